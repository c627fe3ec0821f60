'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import { NewPasswordField } from '../people/new-password-field.client'
import { PasswordInput } from '../people/password-input.client'
import { problemParts } from '../people/problem-parts'
import { useIsAlive } from '../people/use-is-alive.client'
import { AccountSection } from './account-section'

export function PasswordSection({
  email,
  changePassword,
}: {
  email: string
  changePassword: (input: { current: string; password: string }) => Promise<ActionResult<void>>
}) {
  const isAlive = useIsAlive()
  const formRef = useRef<HTMLFormElement>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['current', 'password'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    setProblem(null)
    const result = await changePassword({
      current: String(form.get('current')),
      password: String(form.get('password')),
    })
    setIsBusy(false)
    if (!result.ok) return setProblem(result.problem)
    formRef.current?.reset()
    notify.done('Your password is changed', { description: 'Every other device is signed out.' })
  }

  return (
    <AccountSection title="Password" about="Another password signs you out on every other device, at once.">
      <form ref={formRef} method="post" onSubmit={submit} className="flex max-w-sm flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <input name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label="Current password" error={of.current}>
          <PasswordInput name="current" autoComplete="current-password" />
        </Field>
        <NewPasswordField label="New password" error={of.password} />
        <div>
          <Button type="submit" variant="primary" busy={isBusy} disabled={!isAlive}>
            Change the password
          </Button>
        </div>
      </form>
    </AccountSection>
  )
}
