import { NAME_MOST, WORDS_MOST } from '@/lib/outsiders/limits'

const CHOICES = [
  { verdict: 'SIGNED', words: 'I sign it as it is' },
  { verdict: 'CONDITIONS', words: 'I sign it with conditions' },
  { verdict: 'REFUSED', words: 'I do not sign it' },
] as const

export function SignForm() {
  return (
    <form method="post" className="preview-form">
      <input type="hidden" name="form" value="sign" />
      <label htmlFor="name">Your name</label>
      <input id="name" name="name" required maxLength={NAME_MOST} autoComplete="name" />
      <fieldset>
        <legend>Your answer about the text above</legend>
        {CHOICES.map(({ verdict, words }) => (
          <label key={verdict} className="preview-choice">
            <input type="radio" name="verdict" value={verdict} required /> {words}
          </label>
        ))}
      </fieldset>
      <label htmlFor="words">Your conditions, or why you do not sign</label>
      <textarea id="words" name="words" maxLength={WORDS_MOST} rows={6} />
      <p className="small-print">Your name and your answer are kept with this version of the text. You answer once.</p>
      <button type="submit">Send your answer</button>
    </form>
  )
}
