import { NAME_MOST, QUOTE_MOST, WORDS_MOST } from '@/lib/outsiders/limits'

export function CommentForm({ version, once }: { version: number; once: string }) {
  return (
    <form method="post" className="preview-form">
      <input type="hidden" name="form" value="comment" />
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="version" value={version} />
      <label htmlFor="name">Your name</label>
      <input id="name" name="name" required maxLength={NAME_MOST} autoComplete="name" />
      <label htmlFor="quote">The words that it is about (not required)</label>
      <input id="quote" name="quote" maxLength={QUOTE_MOST} autoComplete="off" />
      <label htmlFor="words">What you want to say</label>
      <textarea id="words" name="words" required maxLength={WORDS_MOST} rows={6} />
      <button type="submit">Send to the newsroom</button>
    </form>
  )
}
