import type { Numbers } from '../numbers'
import type { Pieces } from '../pieces'

/** What stands in the text of an article and is not its author’s. */
export const document = ({ plain }: Numbers) => ({
  readMore: 'Read more',
  readMoreOf: (headline: string) => `Read more: ${headline}`,
  related: 'Related',
  relatedArticles: 'Related articles',
  notes: 'Notes',
  note: (number: number) => `Note ${plain(number)}`,
  backToNote: (number: number) => `Back to note ${plain(number)} in the text`,
  /** Leads back to the line above, where a line begins. */
  backSign: '↩︎',
  table: 'Table',
  /** Above boxes that have no heading of their own. */
  boxes: {
    keyPoints: 'Key points',
    factBox: 'In brief',
    timeline: 'Timeline',
    questionAndAnswer: 'Questions and answers',
  },
  post: {
    deleted: <Part>(time: Part): Pieces<Part> => ['Since deleted (', time, ')'],
    edited: <Part>(time: Part): Pieces<Part> => ['Since edited (', time, ')'],
    see: 'See the original',
    seeOn: (network: string) => `See it on ${network}`,
    show: 'Show the original',
  },
  /** The quiet way to report an error in a paragraph. */
  questionParagraph: (number: number) => `Question paragraph ${plain(number)}`,
})
