import { signedUpId } from '@/lib/newsletters/sign-up-form'
import type { SiteWords } from '@/lib/site-words/en'

type SignUpFormProps = {
  newsletter: { id: string; name: string }
  words: SiteWords['newsletters']
  /** The page that the form stands on. */
  from: string
  /** What was typed before, where it could not be an address. */
  typed?: string
}

/** Works without script: the answer leads back to the page, to the words that are hidden until then. */
export function SignUpForm({ newsletter, words: { form }, from, typed }: SignUpFormProps) {
  const fieldId = `email-${newsletter.id}`
  return (
    <form className="sign-up-form" method="post" action="/api/newsletters/subscribe">
      <p className="signed-up" id={signedUpId(newsletter.id)}>
        {form.done}
      </p>
      <label htmlFor={fieldId}>{form.address}</label>
      <div className="sign-up-row">
        <input
          id={fieldId}
          type="email"
          dir="ltr"
          name="email"
          required
          maxLength={254}
          autoComplete="email"
          placeholder={form.example}
          defaultValue={typed}
          aria-invalid={typed === undefined ? undefined : true}
        />
        <button type="submit">
          {form.signUp}
          <span className="visually-hidden">{form.signUpTo(newsletter.name)}</span>
        </button>
      </div>
      <div className="trap" aria-hidden="true">
        <label>
          {form.trap}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <input type="hidden" name="newsletter" value={newsletter.id} />
      <input type="hidden" name="from" value={from} />
    </form>
  )
}
