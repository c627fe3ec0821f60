import type { Preview } from '@/lib/outsiders/readers'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import { CommentForm } from './comment-form'
import { SignForm } from './sign-form'

/** What whoever holds the link is asked for, below the text. Works without script. */
export function PreviewAnswer({ preview, sent, time }: { preview: Preview; sent: 'comment' | null; time: PaperTime }) {
  const { purpose, signed } = preview
  if (purpose === 'READ') return null
  return (
    <section className="preview-answer" id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{purpose === 'COMMENT' ? 'Tell the newsroom' : 'Your answer'}</h2>
      {sent === null ? null : (
        <p className="preview-sent" role="status">
          Thank you. The newsroom has your comment.
        </p>
      )}
      {purpose === 'SIGN_OFF' && preview.isOlder ? (
        <p>The newsroom has changed its draft since. Your answer is about the text on this page.</p>
      ) : null}
      {purpose === 'COMMENT' ? <CommentForm version={preview.version} once={preview.once} /> : null}
      {purpose === 'SIGN_OFF' && signed === null ? <SignForm /> : null}
      {purpose === 'SIGN_OFF' && signed !== null ? (
        <p className="preview-sent" role="status">
          {SIGNED_WORDS[signed.verdict]} by {signed.name},{' '}
          <time dateTime={signed.at.toISOString()}>{printDateTime(signed.at, time)}</time>. The newsroom has your
          answer.
        </p>
      ) : null}
    </section>
  )
}

const SIGNED_WORDS = {
  SIGNED: 'Signed',
  CONDITIONS: 'Signed with conditions',
  REFUSED: 'Not signed',
} as const
