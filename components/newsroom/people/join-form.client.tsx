'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import { NewPasswordField } from './new-password-field.client'
import { problemParts } from './problem-parts'
import { requestSignIn } from './sign-in-request'
import { useIsAlive } from './use-is-alive.client'

type Joined = { email: string }
type Join =
  | {
      isFirst: false
      token: string
      name: string
      email: string
      accept: (input: { token: string; name: string; password: string }) => Promise<ActionResult<Joined>>
    }
  | {
      isFirst: true
      token: string
      setUp: (input: { token: string; name: string; email: string; password: string }) => Promise<ActionResult<Joined>>
    }

/** Name and password behind an invitation. The first administrator, who was invited by nobody, gives the e-mail too. */
export function JoinForm(props: Join) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['name', 'email', 'password'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = new FormData(event.currentTarget)
    const [name, email, password] = ['name', 'email', 'password'].map((field) => String(form.get(field) ?? ''))
    setIsBusy(true)
    setProblem(null)
    const result = await join(props, { name: name ?? '', email: email ?? '', password: password ?? '' })
    if (!result.ok) {
      setIsBusy(false)
      setProblem(result.problem)
      return
    }
    const outcome = await requestSignIn(result.value.email, password ?? '')
    location.assign(outcome.ok ? outcome.path : '/login?done=joined')
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
      <Field label="Name" hint="As it stands above your articles." error={of.name}>
        <Input
          name="name"
          autoComplete="name"
          defaultValue={props.isFirst ? '' : props.name}
          required
          maxLength={120}
        />
      </Field>
      {props.isFirst ? (
        <Field label="E-mail" error={of.email}>
          <Input name="email" type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        </Field>
      ) : (
        // Password managers keep a password under the name that stands before it.
        <input name="username" autoComplete="username" value={props.email} readOnly hidden />
      )}
      <NewPasswordField error={of.password} />
      <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!isAlive} className="mt-1 w-full">
        {props.isFirst ? 'Open the newsroom' : 'Join the newsroom'}
      </Button>
    </form>
  )
}

function join(props: Join, typed: { name: string; email: string; password: string }): Promise<ActionResult<Joined>> {
  const { name, email, password } = typed
  if (props.isFirst) return props.setUp({ token: props.token, name, email, password })
  return props.accept({ token: props.token, name, password })
}
