import type { SampleArticle } from '../article'
import { crosshead, p, quotation, said } from '../build'

export const article: SampleArticle = {
  key: 'late-frost',
  section: 'business',
  kicker: 'Farming',
  headline: 'Growers count the cost of two nights in blossom time',
  standfirst: 'Half of the Ember Vale’s apples may be lost. Those who lit fires saved more than those who sprayed.',
  trailText: 'Half of the Ember Vale’s apples may be lost after two nights of frost',
  topics: ['economy', 'weather'],
  bylines: [{ byline: 'beatrix' }],
  picture: 'orchard',
  hoursAgo: 310,
  state: 'PUBLISHED',
  body: [
    p(
      'From the road the orchards of the Ember Vale look as they do on the calendars. It is only when Agathe Lorrimer pulls a branch down and opens a flower with her thumbnail that the trouble shows: the middle of it, which should be green, is black.',
    ),
    p(
      'Two nights of frost in the week when the vale was in full blossom have destroyed between a third and a half of the apple crop, the growers’ cooperative said on {day}. On the lowest fields, where cold air gathers, there will be nothing to pick.',
    ),
    crosshead('Fire and water'),
    p(
      'There are two old ways of saving blossom. One is to burn straw and prunings between the rows, to keep the air moving. The other is to spray the trees with water, so that they freeze in a coat of ice that is, oddly, warmer than the night.',
    ),
    p(
      'On the first night both worked. On the second the wind dropped, the pumps at Orrel Bridge failed, and those who had sprayed were left with wet trees at minus five. Mrs Lorrimer, who lit 300 fires with the help of her neighbours and the village football team, thinks that she has saved two thirds.',
    ),
    quotation(
      { speaker: 'Agathe Lorrimer', role: 'Grower, Orrel Bridge' },
      'My grandfather burned the prunings and my father bought the pumps. I sold half of the pumps last year to mend the roof. So I suppose that the roof saved the apples.',
    ),
    p(
      'Frost in blossom time used to come to the vale once in twelve years. It has now come in three of the last five, not because the nights are colder but because warm springs bring the flowers out sixteen days sooner than a generation ago.',
    ),
    p(
      'The cooperative, which has 140 members, is asking the government to extend its hardship fund. ',
      said('The farm ministry', '“We are looking at it with sympathy,”'),
      ' the farm ministry said. Cider makers, who buy a fifth of the crop, expect to raise their prices in the autumn.',
    ),
  ],
}
