import type { SampleArticle } from '../article'
import { p } from '../build'

export const article: SampleArticle = {
  key: 'water-main',
  section: 'news',
  kicker: 'Aldermouth',
  headline: 'Burst main leaves western estates without water',
  standfirst: 'Supply expected back by evening; schools sent home at noon',
  trailText: 'Schools sent home at noon as 9,000 homes lose supply',
  topics: ['aldermouth'],
  bylines: [{ byline: 'callum' }],
  hoursAgo: 0.3,
  state: 'DRAFT',
  body: [
    p(
      'About 9,000 homes on the western estates lost their water on {day} morning when a main laid in the year of the great frost gave way under Larch Road.',
    ),
    p(
      'Alder Water said that supply would return by evening. Three schools sent pupils home at noon. Bottled water is being handed out at the bus depot and the Larch Road library.',
    ),
    p('The road is closed between the roundabout and the bakery.'),
  ],
}
