import type { PublicArticle } from '@/lib/articles/readers'
import type { PaperTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { CorrectionLine } from './corrections-box'

type RetractionNoticeProps = {
  article: Pick<PublicArticle, 'corrected' | 'corrections'>
  paper: string
  time: PaperTime
}

/** Above an article that the paper has taken back: nobody reads a word of it without having read why. */
export function RetractionNotice({ article: { corrected, corrections }, paper, time }: RetractionNoticeProps) {
  const note = corrected?.as === 'RETRACTION' ? corrections.find(({ kind }) => kind === 'RETRACTION') : undefined
  if (note === undefined) return null
  return (
    <aside className="retraction" role="note">
      <CorrectionLine note={note} time={time} />
      <p>
        <strong>{wordsFor(time.language).corrections.notStoodBy(paper)}</strong>
      </p>
      <p>{note.text}</p>
    </aside>
  )
}
