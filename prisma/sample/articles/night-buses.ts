import type { SampleArticle } from '../article'
import { bullets, link, p, said, to } from '../build'

export const article: SampleArticle = {
  key: 'night-buses',
  section: 'news',
  kicker: 'Transport',
  headline: 'Night buses return on six routes after five-year gap',
  standfirst: 'Every half hour until five, and the same fare as by day',
  trailText: 'Six routes, every half hour until five in the morning',
  topics: ['transport', 'aldermouth'],
  bylines: [{ byline: 'callum' }],
  hoursAgo: 90,
  state: 'PUBLISHED',
  body: [
    p(
      'Night buses will run in Aldermouth again from the first Friday of next month, five years after the last of them was withdrawn with nine passengers on board, three of whom were asleep.',
    ),
    p(
      'Six routes will leave the Cornmarket every half hour from midnight until five. A ticket will cost the same as by day. The routes are:',
    ),
    bullets(
      ['N1 to the docks and the fish market'],
      ['N2 to St Brannoc’s Hospital and Chandlers’ Hill'],
      ['N3 to the university halls'],
      ['N4, N5 and N6 to the western estates, calling at the bakeries'],
    ),
    p(
      'The service is paid for by ',
      link('the city budget', to('mayor-budget')),
      ' and was designed with the help of hospital porters, bakers and bar staff, who filled in diaries of how they got home. The commonest answer was that they walked.',
    ),
    p(
      said('Delphine Ruck', '“I have done 4,000 nights and I have never once had a seat,”'),
      ' said Delphine Ruck, a theatre nurse. ',
      said('Delphine Ruck', '“I shall bring a cushion for the first one.”'),
    ),
  ],
}
