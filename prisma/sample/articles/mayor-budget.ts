import type { SampleArticle } from '../article'
import { bullets, crosshead, link, p, pullQuote, said, to } from '../build'

export const article: SampleArticle = {
  key: 'mayor-budget',
  section: 'politics',
  kicker: 'City Hall',
  headline: 'Mayor freezes tram fares and puts parking up to pay for it',
  standfirst: 'Petra Lindwall’s fourth budget finds 60 million crowns for libraries, bridges and the night buses',
  trailText: 'Libraries and bridges gain, drivers pay: Petra Lindwall’s fourth budget',
  topics: ['aldermouth', 'transport'],
  bylines: [{ byline: 'tamsin' }, { byline: 'callum' }],
  hoursAgo: 96,
  state: 'PUBLISHED',
  body: [
    p(
      'Tram fares in Aldermouth will stay where they are for a third year and a resident’s parking permit will cost half as much again, under a city budget that Petra Lindwall, the mayor, described as the last cautious one she would write.',
    ),
    p(
      'The budget, presented at City Hall on {day}, spends 2.9 billion crowns, 4 per cent more than last year. Most of the growth is swallowed by wages and by the repair of the Coopers’ Bridge, which has been closed to lorries since a crack was found in its third pier.',
    ),
    crosshead('Where the money goes'),
    bullets(
      ['18 million crowns for the bridge, half of it borrowed'],
      ['12 million to keep all nine branch libraries open, five of them on Sundays'],
      ['7 million for ', link('six night bus routes', to('night-buses')), ', to begin next month'],
      [
        '4.5 million for trees, drains and shade in the Cornmarket district, where summer nights are now 3C warmer than at the harbour',
      ],
    ),
    p(
      'Drivers will find most of the difference. A permit in the inner wards rises from 90 crowns to 135, and the free hour on Saturdays goes altogether. Traders in the ',
      link('Cornmarket', to('cornmarket-traders')),
      ', who campaigned to keep it, said that they had been told of the change by a journalist.',
    ),
    pullQuote(
      { speaker: 'Petra Lindwall', role: 'Mayor of Aldermouth' },
      'A city can be cheap to park in or pleasant to walk through. I have stopped pretending that it can be both.',
    ),
    p(
      'The opposition group offered a budget of its own that would pay for the bridge by selling the former gasworks. ',
      said('Piet Marlow', '“She is charging a nurse on nights to subsidise a tram that does not run at night,”'),
      ' said Piet Marlow, who leads it. Councillors vote in two weeks.',
    ),
  ],
}
