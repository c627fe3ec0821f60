import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { DoorstepHeading } from '@/components/newsroom/people/doorstep'
import { EnterByLinkForm } from '@/components/newsroom/people/enter-by-link-form.client'
import { ButtonLink } from '@/components/ui/button-link'
import { assertLinksAreOn } from '@/lib/auth/request-sign-in-link'
import { cookieName } from '@/lib/auth/session-cookie'
import { findSignInLink, type SignInLinkState } from '@/lib/auth/use-sign-in-link'
import { readCookies, secretIn } from '@/lib/auth/visit'
import { orNotFound } from '@/lib/http/page'
import { enterByLink } from '../actions'

export const metadata: Metadata = { title: 'Sign in by mail' }

/** Shows the button and changes nothing: mail programs open links before people do. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  await orNotFound(assertLinksAreOn())
  const { token } = await params
  const browserSecret = secretIn(readCookies(await headers()).get(cookieName('link')))
  const state = await findSignInLink({ token, browserSecret })
  if (state === 'open') {
    return (
      <>
        <DoorstepHeading title="Sign in">You asked for this link in this browser.</DoorstepHeading>
        <EnterByLinkForm token={token} enter={enterByLink} />
      </>
    )
  }
  const [title, sentence] = WORDS[state]
  return (
    <>
      <DoorstepHeading title={title}>{sentence}</DoorstepHeading>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/login/link" variant="primary">
          Ask for another link
        </ButtonLink>
        <ButtonLink href="/login">Sign in</ButtonLink>
      </div>
    </>
  )
}

const WORDS: Record<Exclude<SignInLinkState, 'open'>, readonly [title: string, sentence: string]> = {
  elsewhere: [
    'This link belongs to another browser',
    'It works only where it was asked for. Open it there, or ask for another one here.',
  ],
  used: ['This link was used already', 'It works once. Ask for another one.'],
  expired: ['This link has run out', 'It was good for 10 minutes. Ask for another one.'],
  unknown: ['This link does not work', 'It may be cut off. Open the link of the newest mail, or ask again.'],
}
