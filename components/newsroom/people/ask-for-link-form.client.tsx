'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import { DoorstepHeading, DoorstepLink } from './doorstep'
import { problemParts } from './problem-parts'
import { useIsAlive } from './use-is-alive.client'

/** Asks for a link that signs in. Whether somebody has this address is not said. @param next a path of ours, already checked */
export function AskForLinkForm({
  next,
  ask,
}: {
  next: string
  ask: (input: { email: string; next: string }) => Promise<ActionResult<void>>
}) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [askedFor, setAskedFor] = useState<string | null>(null)
  const { sentence, of } = problemParts(problem, ['email'])
  const back = <DoorstepLink href={`/login?${new URLSearchParams({ next })}`}>Back to signing in</DoorstepLink>

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const email = String(new FormData(event.currentTarget).get('email'))
    setIsBusy(true)
    const result = await ask({ email, next })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (result.ok) setAskedFor(email)
  }

  if (askedFor !== null) {
    return (
      <div role="status">
        <DoorstepHeading title="Look at your mail">
          If somebody here has the address <span className="break-words font-medium text-ink">{askedFor.trim()}</span>,
          a link is on its way. It works once, within 10 minutes, in this browser.
        </DoorstepHeading>
        {back}
      </div>
    )
  }
  return (
    <>
      <DoorstepHeading title="Sign in by mail">
        We send a link to the address that you sign in with. Open it in this browser.
      </DoorstepHeading>
      <form method="post" onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="E-mail" error={of.email}>
          <Input
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus
          />
        </Field>
        <div className="mt-1 flex flex-col gap-4">
          <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!isAlive} className="w-full">
            Send the link
          </Button>
          <div className="text-center">{back}</div>
        </div>
      </form>
    </>
  )
}
