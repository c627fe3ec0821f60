import type { SampleArticle } from '../article'
import { crosshead, image, link, p, pullQuote, said, to } from '../build'

export const article: SampleArticle = {
  key: 'strait-fishing',
  section: 'world',
  kicker: 'Strait of Orrin',
  headline: '“We wave. They photograph us waving”: a week with the boats between two navies',
  standfirst:
    'Patrols from both shores now pass so close that their crews know one another’s dogs. The people who fish between them keep a log.',
  trailText: 'A week aboard the Constance, in the water that two countries claim',
  topics: ['calvara', 'ports-and-shipping', 'skerra-isles'],
  bylines: [
    { byline: 'nadia', role: 'Words by' },
    { byline: 'amaury', role: 'Calvaran interviews translated by' },
  ],
  picture: 'straitAtDawn',
  hoursAgo: 197,
  state: 'PUBLISHED',
  body: [
    p(
      'Hallam Crowe keeps two logs aboard the Constance. One, for the ministry, records what he catches. The other is a school exercise book with a picture of a horse on the cover, and it records who has come to look at him.',
    ),
    p(
      'Nine entries for the week before last. A Kestrian cutter, twice, at a polite distance. A Calvaran patrol boat, five times, once so close that its wash put a crate of whiting back into the sea. A drone, which he could not place. And, on {day-4}, both navies at once, four hundred metres apart, with the Constance between them hauling her nets.',
    ),
    p(
      said('Hallam Crowe', '“We wave,”'),
      ' he said. ',
      said('Hallam Crowe', '“They photograph us waving. I suppose it goes in a file.”'),
    ),
    crosshead('Close enough to see faces'),
    p(
      'The Strait of Orrin is twenty-six kilometres wide at the Gannet Bank, and the two countries have never agreed on the line that divides it. For most of sixty years that hardly mattered. Then came ',
      link('the wind farm', to('gannet-bank')),
      ', and with it a reason to be seen there.',
    ),
    p(
      'Kestria’s coastguard says that encounters, which it defines as two government vessels within a nautical mile, have risen from eight in a year to fifty-one. It has asked Belmara for a telephone line between the two control rooms. Belmara has said that it is considering the wording.',
    ),
    image('harbourAtDusk'),
    p(
      'Across the water, in a café behind the fish dock at Punta Lisse, Ginevra Sall tells the same story with the flags exchanged. She took over her father’s boat at twenty-two and has been boarded by inspectors, ours and hers, eleven times this year.',
    ),
    pullQuote(
      { speaker: 'Ginevra Sall', role: 'Skipper, Punta Lisse' },
      'The young men on the cutters are bored and armed. I have sons. I know what boredom does.',
    ),
    p(
      'What she fears is not a decision but an accident: a rope in a propeller, a signal lamp misread, a shot fired to warn somebody who was only turning round. It has come near. In May a Calvaran boat cut across the bows of a Kestrian cutter in fog. Both captains reported afterwards that the other had failed to give way, and by the rules of the sea both were right.',
    ),
    p(
      'Mr Crowe’s exercise book is nearly full. A professor at Quillbridge has asked whether she might copy it, as the best record that anyone has of what goes on out there. He is thinking of charging.',
    ),
  ],
}
