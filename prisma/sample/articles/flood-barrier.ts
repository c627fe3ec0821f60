import type { SampleArticle } from '../article'
import { crosshead, link, p, said, signUp, to } from '../build'

export const article: SampleArticle = {
  key: 'flood-barrier',
  section: 'news',
  kicker: 'Weather',
  headline: 'Alder barrier closes for the tenth time this year as rain sets in',
  standfirst: 'Its designers expected it to be needed twice',
  trailText: 'Designed to close twice a year, the river’s great gate has now shut ten times',
  topics: ['weather', 'aldermouth'],
  bylines: [{ byline: 'callum' }],
  picture: 'rainOnWindow',
  isLive: true,
  hoursAgo: 8,
  state: 'PUBLISHED',
  correction: {
    kind: 'CORRECTION',
    text: 'An earlier version of this article said that the barrier cost 301 million crowns. It cost 310 million.',
  },
  body: [
    p(
      'The steel gates across the mouth of the Alder were swung shut at 3.40am on {day}, for the tenth time this year, as a spring tide met two days of rain coming the other way.',
    ),
    p(
      'No homes were flooded. Water stood knee-deep on the Strand and in the lower car park of St Brannoc’s Hospital, which moved its ambulances to higher ground before midnight. Trams turned back at the Customs House until nine.',
    ),
    p(
      'The barrier was built to be closed twice a year. It cost 310 million crowns and was opened, under umbrellas, sixteen years ago. In its first decade it was used seventeen times; in the six years since, forty-eight.',
    ),
    crosshead('A gate is also a dam'),
    p(
      'Each closure keeps the sea out and the river in. When the gates are shut for longer than a tide and a half, the Alder begins to rise behind them. On {day} it came within 30 centimetres of the wall at ',
      link('Tanners’ Quay', to('tanners-quay')),
      ' before the tide turned.',
    ),
    p(
      said('Sunniva Hale', '“We are choosing between two floods,”'),
      ' said Sunniva Hale, who has run the control room for eleven years. ',
      said('Sunniva Hale', '“So far we have always had a smaller one to choose.”'),
    ),
    signUp('the-morning-bell', 'The weather, the trams and the ten things to know before you leave the house.'),
    p(
      'The river authority will publish its options for a second barrier next month. All of them cost more than the first. Rain is expected to ease on {day+1}, and to return at the weekend.',
    ),
  ],
}
