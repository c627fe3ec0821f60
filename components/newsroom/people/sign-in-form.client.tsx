'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { DoorstepLink } from './doorstep'
import { PasskeySignIn } from './passkey-sign-in.client'
import { PasswordInput } from './password-input.client'
import { requestSignIn } from './sign-in-request'
import { useIsAlive } from './use-is-alive.client'

/** @param next a path of ours, already checked */
export function SignInForm({ next, problem: firstProblem }: { next: string; problem: string | null }) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState(firstProblem)
  const passwordRef = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    setProblem(null)
    const outcome = await requestSignIn(String(form.get('email')), String(form.get('password')), next)
    if (outcome.ok) {
      // A whole new page: nothing that was there before somebody signed in is kept.
      location.assign(outcome.path)
      return
    }
    setIsBusy(false)
    setProblem(outcome.message)
    passwordRef.current?.focus()
    passwordRef.current?.select()
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
      <Field label="E-mail">
        <Input
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
        />
      </Field>
      <Field label="Password">
        <PasswordInput autoComplete="current-password" inputRef={passwordRef} />
      </Field>
      <div className="mt-1 flex flex-col gap-4">
        <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!isAlive} className="w-full">
          Sign in
        </Button>
        <PasskeySignIn next={next} onProblem={setProblem} />
        <div className="text-center">
          <DoorstepLink href="/reset">Forgot your password?</DoorstepLink>
        </div>
      </div>
    </form>
  )
}
