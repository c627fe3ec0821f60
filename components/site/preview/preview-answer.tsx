import { said } from '@/components/document/said'
import type { Preview } from '@/lib/outsiders/readers'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { CommentForm } from './comment-form'
import { SignForm } from './sign-form'

/** What whoever holds the link is asked for, below the text. Works without script. */
export function PreviewAnswer({ preview, sent, time }: { preview: Preview; sent: 'comment' | null; time: PaperTime }) {
  const { purpose, signed } = preview
  if (purpose === 'READ') return null
  const words = wordsFor(time.language).preview
  return (
    <section className="preview-answer" id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{purpose === 'COMMENT' ? words.comment.title : words.sign.title}</h2>
      {sent === null ? null : (
        <p className="preview-sent" role="status">
          {words.comment.sent}
        </p>
      )}
      {purpose === 'SIGN_OFF' && preview.isOlder ? <p>{words.sign.older}</p> : null}
      {purpose === 'COMMENT' ? <CommentForm version={preview.version} once={preview.once} words={words} /> : null}
      {purpose === 'SIGN_OFF' && signed === null ? <SignForm words={words} /> : null}
      {purpose === 'SIGN_OFF' && signed !== null ? (
        <p className="preview-sent" role="status">
          {said(
            words.sign.givenBy(
              words.sign.given[signed.verdict],
              signed.name,
              <time dateTime={signed.at.toISOString()}>{printDateTime(signed.at, time)}</time>,
            ),
          )}
        </p>
      ) : null}
    </section>
  )
}
