'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import type { ActionResult } from '@/lib/http/action'
import { useIsAlive } from './use-is-alive.client'

const WORDS = {
  confirm: { button: 'Confirm this address', done: 'Your e-mail address is changed.' },
  undo: { button: 'Take the change back', done: 'The change is taken back. Set a new password now.' },
} as const

/** The one button behind a mail about a change of address. */
export function EmailChangeForm({
  token,
  kind,
  change,
}: {
  token: string
  kind: 'confirm' | 'undo'
  change: (input: { token: string }) => Promise<ActionResult<{ email: string }>>
}) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { button, done } = WORDS[kind]

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await change({ token })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem.message)
    if (result.ok) setIsDone(true)
  }

  if (isDone) {
    return (
      <div role="status" className="flex flex-col gap-5">
        <Callout>{done}</Callout>
        <ButtonLink href={kind === 'undo' ? '/reset' : '/desk/account'} variant="primary" size="large">
          {kind === 'undo' ? 'Set a new password' : 'Go on'}
        </ButtonLink>
      </div>
    )
  }
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
      <Button type="submit" variant="primary" size="large" busy={isBusy} disabled={!isAlive} className="w-full">
        {button}
      </Button>
    </form>
  )
}
