import { NAME_MOST, WORDS_MOST } from '@/lib/outsiders/limits'
import type { SiteWords } from '@/lib/site-words/en'

const CHOICES = ['SIGNED', 'CONDITIONS', 'REFUSED'] as const

export function SignForm({ words }: { words: SiteWords['preview'] }) {
  const { sign } = words
  return (
    <form method="post" className="preview-form">
      <input type="hidden" name="form" value="sign" />
      <label htmlFor="name">{words.name}</label>
      <input id="name" name="name" required maxLength={NAME_MOST} autoComplete="name" />
      <fieldset>
        <legend>{sign.legend}</legend>
        {CHOICES.map((verdict) => (
          <label key={verdict} className="preview-choice">
            <input type="radio" name="verdict" value={verdict} required /> {sign.choices[verdict]}
          </label>
        ))}
      </fieldset>
      <label htmlFor="words">{sign.words}</label>
      <textarea id="words" name="words" maxLength={WORDS_MOST} rows={6} />
      <p className="small-print">{sign.once}</p>
      <button type="submit">{sign.send}</button>
    </form>
  )
}
