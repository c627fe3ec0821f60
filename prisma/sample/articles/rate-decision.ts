import type { SampleArticle } from '../article'
import { p, said } from '../build'

export const article: SampleArticle = {
  key: 'rate-decision',
  section: 'business',
  kicker: 'Economy',
  headline: 'Central bank holds rates for a fifth month',
  standfirst: 'Governor says prices are “walking, no longer running”',
  trailText: 'Governor says that prices are walking rather than running',
  topics: ['economy'],
  bylines: [{ byline: 'wire' }],
  hoursAgo: 74,
  state: 'PUBLISHED',
  body: [
    p(
      'The Bank of Kestria kept its main interest rate at 3.75 per cent on {day}, for the fifth month in a row, as most economists had expected.',
    ),
    p(
      'Prices rose by 2.6 per cent in the year to last month, down from 2.9. ',
      said('Governor Ursel Brandt-Haye', '“They are walking, no longer running,”'),
      ' said Ursel Brandt-Haye, the governor, ',
      said('Governor Ursel Brandt-Haye', '“but they have not sat down.”'),
    ),
    p(
      'Two of the nine members of the bank’s council voted for a cut. The crown fell slightly against the Calvaran lira. The council meets again in six weeks.',
    ),
  ],
}
