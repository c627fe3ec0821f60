import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DoorstepHeading } from '@/components/newsroom/people/doorstep'
import { OtherWays } from '@/components/newsroom/people/other-ways'
import { SignInForm } from '@/components/newsroom/people/sign-in-form.client'
import { signInSentence } from '@/components/newsroom/people/sign-in-request'
import { Callout } from '@/components/ui/callout'
import { currentActor } from '@/lib/auth/current-actor'
import { passwordsAreFew } from '@/lib/auth/may-use-password'
import { safePath } from '@/lib/auth/safe-path'
import { readGroup } from '@/lib/settings/setting-group'
import { SIGN_IN } from '@/lib/settings/sign-in-settings'

export const metadata: Metadata = { title: 'Sign in' }

type Query = { next?: string | string[]; error?: string | string[]; done?: string | string[] }

const DONE: Record<string, string> = {
  'signed-out': 'You are signed out. Nothing of your work is left on this device.',
  password: 'Your new password is set. Sign in with it.',
  joined: 'Your account is ready. Sign in.',
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next, error, done } = await searchParams
  const path = safePath(next)
  if ((await currentActor()).kind === 'person') redirect(path)
  const settings = await readGroup(SIGN_IN)
  const sentence = typeof done === 'string' ? DONE[done] : undefined
  return (
    <>
      <DoorstepHeading title="Sign in" />
      {sentence ? (
        <div role="status">
          <Callout className="mb-5">{sentence}</Callout>
        </div>
      ) : null}
      <SignInForm
        next={path}
        problem={typeof error === 'string' ? signInSentence(error) : null}
        isForAdministrators={passwordsAreFew(settings)}
      />
      <OtherWays next={path} house={settings.oidcOn ? settings.oidcName : null} byMail={settings.linkOn} />
    </>
  )
}
