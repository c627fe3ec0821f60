import { NAME_MOST, QUOTE_MOST, WORDS_MOST } from '@/lib/outsiders/limits'
import type { SiteWords } from '@/lib/site-words/en'

type CommentFormProps = { version: number; once: string; words: SiteWords['preview'] }

export function CommentForm({ version, once, words }: CommentFormProps) {
  return (
    <form method="post" className="preview-form">
      <input type="hidden" name="form" value="comment" />
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="version" value={version} />
      <label htmlFor="name">{words.name}</label>
      <input id="name" name="name" required maxLength={NAME_MOST} autoComplete="name" />
      <label htmlFor="quote">{words.comment.quote}</label>
      <input id="quote" name="quote" maxLength={QUOTE_MOST} autoComplete="off" />
      <label htmlFor="words">{words.comment.words}</label>
      <textarea id="words" name="words" required maxLength={WORDS_MOST} rows={6} />
      <button type="submit">{words.comment.send}</button>
    </form>
  )
}
