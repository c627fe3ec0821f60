import type { SampleArticle } from '../article'
import { crosshead, link, p, said, to } from '../build'

export const article: SampleArticle = {
  key: 'anselmo-profile',
  section: 'world',
  kicker: 'Profile',
  headline: 'Teodor Anselmo, the president who reads the shipping forecast',
  standfirst:
    'A harbour pilot’s son, three elections, and a country that knows the sound of his voice better than its own anthem',
  trailText: 'A harbour pilot’s son who still reads the forecast on the radio',
  topics: ['calvara'],
  bylines: [{ byline: 'nadia' }],
  hoursAgo: 12,
  state: 'DRAFT',
  body: [
    p(
      'Every morning at a quarter to six, before the news, a man with a cold reads the shipping forecast on Calvaran radio. He has had the cold for nine years. He is the president.',
    ),
    p(
      'Teodor Anselmo began the habit in his first week in office, and his opponents laughed. They have since lost two elections to it. No one in Calvara under the age of twenty can remember a day that did not begin with him telling them, in effect, whether it was safe to go out.',
    ),
    crosshead('Punta Lisse'),
    p(
      'He was born over a chandler’s shop in Punta Lisse, the town that he is said to have wanted added to ',
      link('the four-ports plan', to('thorne-calvara')),
      '. His father was a pilot and drowned in the strait when the boy was eleven.',
    ),
    p(
      'An old teacher remembers him well. ',
      said('Benedetta Moll', '“He corrected my maps,”'),
      ' said Benedetta Moll, who is 91. ',
      said('Benedetta Moll', '“He was usually right, and he was never nice about it.”'),
    ),
    p('The palace has not yet answered a request for an interview.'),
  ],
}
