import type { SampleArticle } from '../article'
import { p, said } from '../build'

export const article: SampleArticle = {
  key: 'electoral-roll',
  section: 'politics',
  kicker: 'Elections',
  headline: 'One voter in eight missing from roll in Tarrick South, audit finds',
  standfirst: 'Electoral office says letters were sent to addresses that no longer exist',
  trailText: 'Audit of the roll in one ward finds thousands of voters gone',
  topics: ['the-assembly'],
  bylines: [{ byline: 'callum' }],
  hoursAgo: 150,
  hoursPublic: 9,
  state: 'UNPUBLISHED',
  reason:
    'The figures in this article belonged to a different ward and were supplied to us in error by the electoral office. We have withdrawn it and will publish a new report when the right ones have been checked.',
  body: [
    p(
      'An audit of the electoral roll in the Tarrick South ward has found that roughly one adult in eight who is entitled to vote does not appear on it, most of them people who moved within the town during the past three years.',
    ),
    p(
      'The electoral office said that reminders had gone out as the law requires, but that 2,100 of them were addressed to houses on the old dock estate, which was pulled down.',
    ),
    p(
      said('Elke Brandreth', '“The roll is a picture of the town as it was,”'),
      ' said Elke Brandreth, the returning officer. ',
      said('Elke Brandreth', '“We are taking a new one, door by door.”'),
    ),
  ],
}
