import type { Metadata } from 'next'
import { DeadLink } from '@/components/newsroom/people/dead-link'
import { DoorstepHeading } from '@/components/newsroom/people/doorstep'
import { ResetForm } from '@/components/newsroom/people/reset-form.client'
import { findLink } from '@/lib/people/find-link'
import { setPassword } from './actions'

export const metadata: Metadata = { title: 'New password' }

/** Shows the form and changes nothing: mail programs open links before people do. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await findLink(['RESET'], token)
  if (link.state !== 'open') return <DeadLink kind="reset" state={link.state} />
  return (
    <>
      <DoorstepHeading title="Set a new password">
        For <span className="break-words font-medium text-ink">{link.email}</span>. Every device that is signed in will
        be signed out.
      </DoorstepHeading>
      <ResetForm token={token} email={link.email} setPassword={setPassword} />
    </>
  )
}
