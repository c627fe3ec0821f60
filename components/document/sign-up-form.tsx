import { signedUpId } from '@/lib/newsletters/sign-up-form'

type SignUpFormProps = {
  newsletter: { id: string; name: string }
  /** The page that the form stands on. */
  from: string
  /** What was typed before, where it could not be an address. */
  typed?: string
}

/** Works without script: the answer leads back to the page, to the words that are hidden until then. */
export function SignUpForm({ newsletter, from, typed }: SignUpFormProps) {
  const fieldId = `email-${newsletter.id}`
  return (
    <form className="sign-up-form" method="post" action="/api/newsletters/subscribe">
      <p className="signed-up" id={signedUpId(newsletter.id)}>
        Check your mail: we have sent you a message with a button that confirms it was you.
      </p>
      <label htmlFor={fieldId}>Your e-mail address</label>
      <div className="sign-up-row">
        <input
          id={fieldId}
          type="email"
          name="email"
          required
          maxLength={254}
          autoComplete="email"
          placeholder="name@example.com"
          defaultValue={typed}
          aria-invalid={typed === undefined ? undefined : true}
        />
        <button type="submit">
          Sign up<span className="visually-hidden"> to {newsletter.name}</span>
        </button>
      </div>
      <div className="trap" aria-hidden="true">
        <label>
          Leave this empty
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <input type="hidden" name="newsletter" value={newsletter.id} />
      <input type="hidden" name="from" value={from} />
    </form>
  )
}
