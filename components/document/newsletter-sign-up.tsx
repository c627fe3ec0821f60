import { wordsFor } from '@/lib/site-words/words-for'
import type { NodeProps } from './printing'
import { SignUpForm } from './sign-up-form'

export function NewsletterSignUp({ node, printing }: NodeProps) {
  const newsletter = printing.resolved.newsletters.get(node.attrs.newsletterId)
  if (newsletter === undefined) return null
  const { newsletters: words } = wordsFor(printing.time.language)
  return (
    <aside className="sign-up" aria-label={words.labelOf(newsletter.name)}>
      <p className="label">{words.label}</p>
      <p className="sign-up-name">{newsletter.name}</p>
      <p className="sign-up-pitch">{node.attrs.pitch || newsletter.description}</p>
      {printing.isPreview ? null : <SignUpForm newsletter={newsletter} words={words} from={printing.path} />}
      <p className="small-print">
        {newsletter.frequency === '' ? null : words.frequency(newsletter.frequency)}
        {words.terms}
      </p>
    </aside>
  )
}
