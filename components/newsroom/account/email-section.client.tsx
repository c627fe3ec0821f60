'use client'

import { type FormEvent, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import { AccountSection } from './account-section'

/** The address that somebody signs in with, and the way to another one. Nothing changes before the new one confirms. */
export function EmailSection({
  email,
  changeEmail,
}: {
  email: string
  changeEmail: (input: { email: string }) => Promise<ActionResult<void>>
}) {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const { sentence, of } = problemParts(problem, ['email'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    const wanted = String(new FormData(form).get('email')).trim()
    setIsBusy(true)
    const result = await changeEmail({ email: wanted })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    setAskedFor(result.ok ? wanted : null)
    if (result.ok) form.reset()
  }

  return (
    <AccountSection
      title="E-mail address"
      about={
        <>
          You sign in with <span className="wrap-anywhere font-medium text-ink">{email}</span>.
        </>
      }
    >
      <form onSubmit={submit} noValidate className="flex max-w-sm flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        {askedFor === null ? null : (
          <div role="status">
            <Callout>
              If <span className="break-all font-medium text-ink">{askedFor}</span> is free, a mail with a link is on
              its way there. Until it is confirmed, everything stays as it is.
            </Callout>
          </div>
        )}
        <Field
          label="New address"
          error={of.email}
          hint="A mail there confirms it. The old address is told, and can take it back for 7 days."
        >
          <Input
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Field>
        <Button type="submit" busy={isBusy} className="self-start">
          Change the address
        </Button>
      </form>
    </AccountSection>
  )
}
