import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { DoorstepHeading } from '@/components/newsroom/people/doorstep'
import { SecondFactorForm } from '@/components/newsroom/people/second-factor-form.client'
import { safePath } from '@/lib/auth/safe-path'
import { cookieName } from '@/lib/auth/session-cookie'
import { findPending } from '@/lib/second-factor/pending-sign-in'

export const metadata: Metadata = { title: 'Second factor' }

/** After the right password: what else has to be shown. Nothing here without a sign-in that waits in this browser. */
export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const next = safePath((await searchParams).next)
  const pending = await findPending((await cookies()).get(cookieName('pending'))?.value)
  if (pending === null) redirect(`/login?${new URLSearchParams({ error: 'SecondFactor', next })}`)
  return (
    <>
      <DoorstepHeading title="One more step">
        For <span className="wrap-anywhere font-medium text-ink">{pending.email}</span>. Show that it is you, by
        something that only you have.
      </DoorstepHeading>
      <SecondFactorForm has={pending.has} next={next} />
    </>
  )
}
