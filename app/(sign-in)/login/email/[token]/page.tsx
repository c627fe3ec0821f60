import type { Metadata } from 'next'
import { DoorstepHeading } from '@/components/newsroom/people/doorstep'
import { EmailChangeForm } from '@/components/newsroom/people/email-change-form.client'
import { ButtonLink } from '@/components/ui/button-link'
import { findEmailChange } from '@/lib/people/find-email-change'
import { confirm, undo } from './actions'

export const metadata: Metadata = { title: 'E-mail address' }

/** Shows one button and changes nothing: mail programs open links before people do. */
export default async function EmailChangePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const change = await findEmailChange(token)
  if (change.kind === 'dead') {
    return (
      <>
        <DoorstepHeading title="This link does not work">
          It was used already, has run out, or is no longer needed.
        </DoorstepHeading>
        <ButtonLink href="/login" variant="primary">
          Sign in
        </ButtonLink>
      </>
    )
  }
  const isUndo = change.kind === 'undo'
  const address = <span className="break-words font-medium text-ink">{change.email}</span>
  return (
    <>
      <DoorstepHeading title={isUndo ? 'Take the change back' : 'Confirm your new address'}>
        {isUndo ? (
          <>You sign in with {address} again. Everybody who is signed in as you is signed out.</>
        ) : (
          <>You sign in with {address} from then on. Your other devices are signed out.</>
        )}
      </DoorstepHeading>
      <EmailChangeForm token={token} kind={change.kind} change={isUndo ? undo : confirm} />
    </>
  )
}
