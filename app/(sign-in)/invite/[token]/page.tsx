import type { Metadata } from 'next'
import { DeadLink } from '@/components/newsroom/people/dead-link'
import { DoorstepHeading } from '@/components/newsroom/people/doorstep'
import { JoinForm } from '@/components/newsroom/people/join-form.client'
import { findLink } from '@/lib/people/find-link'
import { accept, setUp } from './actions'

export const metadata: Metadata = { title: 'Invitation' }

/** Shows the form and changes nothing: mail programs open links before people do. */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await findLink(['JOIN', 'SET_UP'], token)
  if (link.state !== 'open') return <DeadLink kind="invitation" state={link.state} />
  if (link.purpose === 'SET_UP') {
    return (
      <>
        <DoorstepHeading title="Open the newsroom">
          You are the first administrator. Everybody else comes in by your invitation.
        </DoorstepHeading>
        <JoinForm isFirst token={token} setUp={setUp} />
      </>
    )
  }
  return (
    <>
      <DoorstepHeading title="Welcome to the newsroom">
        You will sign in as <span className="break-words font-medium text-ink">{link.email}</span>. Choose a password,
        and you are in.
      </DoorstepHeading>
      <JoinForm isFirst={false} token={token} name={link.name} email={link.email} accept={accept} />
    </>
  )
}
