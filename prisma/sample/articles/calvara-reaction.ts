import type { SampleArticle } from '../article'
import { crosshead, link, p, quotation, readMore, said, to } from '../build'

export const article: SampleArticle = {
  key: 'calvara-reaction',
  section: 'world',
  kicker: 'Calvara',
  headline: 'In Belmara, a Kestrian shipowner becomes the most quoted man on the news',
  standfirst:
    'State television has found in Leander Thorne a foreigner who says what it has always said. Not everyone is pleased.',
  trailText: 'How Calvaran state television discovered Leander Thorne',
  topics: ['calvara', 'ports-and-shipping'],
  bylines: [
    { byline: 'nadia', role: 'Reported by' },
    { byline: 'amaury', role: 'Translated by' },
  ],
  hoursAgo: 54,
  state: 'PUBLISHED',
  body: [
    p(
      'The evening bulletin on Calvara’s first channel lasts for twenty-eight minutes. On {day-1} six of them belonged to Leander Thorne, or rather to an actor with a pleasant baritone reading his words over pictures of the sea.',
    ),
    p(
      'Since he proposed that the two countries should run four harbours together, the Kestrian shipowner has been quoted on the bulletin more often than any Calvaran except the president. The passages are chosen with care. His sentence about ',
      said('Leander Thorne', '“a line on the water that was drawn by people who could not swim”'),
      ' has been broadcast eleven times; the one about ending state payments to Calvaran lines, not once.',
    ),
    p(
      'President Teodor Anselmo has said little in person. His office welcomed ',
      link('the plan', to('four-ports-explained')),
      ' within two hours of its appearance, a speed that diplomats in Belmara found interesting: a reply to a note from the Skerra lighthouse board took nine months.',
    ),
    crosshead('Fishermen are not convinced'),
    p(
      'Along the quay at Punta Lisse, where the treaty would put Kestrian inspectors on the fish dock, the mood is less musical.',
    ),
    quotation(
      { speaker: 'Ilario Benz', role: 'Chair of the Punta Lisse boat owners' },
      'They read us the speech every night as if it were a bedtime story. Nobody has read us the nineteen pages.',
    ),
    p(
      'The opposition has been careful. Its candidate, who will face ',
      link('Mr Anselmo', to('anselmo-profile')),
      ' at the polls in the spring, said that she would sign ',
      said('Rosaura Lenk', '“any treaty that our own parliament has been allowed to see first”'),
      '. The government has not said whether that will happen.',
    ),
    readMore('strait-fishing'),
  ],
}
