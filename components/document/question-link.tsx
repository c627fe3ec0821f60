import type { Node } from 'prosemirror-model'
import { questionPath } from '@/lib/reader-reports/question-path'
import { wordsFor } from '@/lib/site-words/words-for'
import type { Printing } from './printing'

/**
 * Where a reader reports an error in a paragraph. Its sign is in the style sheet, so that words that are copied or read in another view stay
 * the words of the article.
 */
export function QuestionLink({ paragraph, printing: { questions, time } }: { paragraph: Node; printing: Printing }) {
  const number = questions?.numbers.get(paragraph)
  if (questions === undefined || number === undefined) return null
  const words = wordsFor(time.language).document
  return (
    // biome-ignore lint/a11y/useAnchorContent: its name is in aria-label, its sign in the style sheet
    <a className="q" href={questionPath(questions.articleId, number)} aria-label={words.questionParagraph(number)} />
  )
}
