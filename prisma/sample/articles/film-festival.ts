import type { SampleArticle } from '../article'
import { bullets, italic, p } from '../build'

export const article: SampleArticle = {
  key: 'film-festival',
  section: 'culture',
  kicker: 'Film',
  headline: 'Corvane film festival to open in a swimming pool',
  standfirst: 'Audience for the first night is asked to bring a towel',
  trailText: 'The first-night audience is asked to bring a towel',
  topics: ['arts'],
  bylines: [{ byline: 'beatrix' }],
  hoursAgo: 10_000,
  state: 'PUBLISHED',
  body: [
    p(
      'The Corvane film festival, which has in past years used a quarry, a tram depot and the hold of a barge, will open this autumn in the municipal swimming baths. The audience for ',
      italic('Salt'),
      ', a silent film about pearl divers with a new score for harmonium, will watch from the water or the edge.',
    ),
    p('Sixty-four films from nineteen countries have been chosen. Among those in competition:'),
    bullets(
      [italic('The Lamplighter’s Strike'), ', by Oriel Banning, about a winter in which Aldermouth went dark'],
      [italic('Two Goats'), ', from Valdren, which lasts for four hours and has no dialogue after the first'],
      [italic('Nobody’s Tuesday'), ', a first film by Jun Ashgrove, made on a telephone in a launderette'],
    ),
    p('Tickets go on sale on {day+3}. The baths hold 300, of whom 120 must be able to swim.'),
  ],
}
