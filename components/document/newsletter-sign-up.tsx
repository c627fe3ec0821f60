import type { NodeProps } from './printing'
import { SignUpForm } from './sign-up-form'

export function NewsletterSignUp({ node, printing }: NodeProps) {
  const newsletter = printing.resolved.newsletters.get(node.attrs.newsletterId)
  if (newsletter === undefined) return null
  return (
    <aside className="sign-up" aria-label={`Newsletter: ${newsletter.name}`}>
      <p className="label">Newsletter</p>
      <p className="sign-up-name">{newsletter.name}</p>
      <p className="sign-up-pitch">{node.attrs.pitch || newsletter.description}</p>
      {printing.isPreview ? null : <SignUpForm newsletter={newsletter} from={printing.path} />}
      <p className="small-print">
        {newsletter.frequency === '' ? null : `${newsletter.frequency}. `}We send one mail to ask whether it was you.
        Stop at any time.
      </p>
    </aside>
  )
}
