'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import { NewPasswordField } from './new-password-field.client'
import { problemParts } from './problem-parts'
import { requestSignIn } from './sign-in-request'
import { useIsAlive } from './use-is-alive.client'

export function ResetForm({
  token,
  email,
  setPassword,
}: {
  token: string
  email: string
  setPassword: (input: { token: string; password: string }) => Promise<ActionResult<{ email: string }>>
}) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['password'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const password = String(new FormData(event.currentTarget).get('password'))
    setIsBusy(true)
    setProblem(null)
    const result = await setPassword({ token, password })
    if (!result.ok) {
      setIsBusy(false)
      setProblem(result.problem)
      return
    }
    const outcome = await requestSignIn(result.value.email, password)
    location.assign(outcome.ok ? outcome.path : '/login?done=password')
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
      <input name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField error={of.password} />
      <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!isAlive} className="mt-1 w-full">
        Set the password
      </Button>
    </form>
  )
}
