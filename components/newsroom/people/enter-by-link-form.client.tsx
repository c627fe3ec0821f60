'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import type { ActionResult } from '@/lib/http/action'
import { useIsAlive } from './use-is-alive.client'

/** The one button behind a mailed link: whoever presses it is no program that looks through mail. */
export function EnterByLinkForm({
  token,
  enter,
}: {
  token: string
  enter: (input: { token: string }) => Promise<ActionResult<{ path: string }>>
}) {
  const isAlive = useIsAlive()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await enter({ token })
    if (result.ok) {
      // A whole new page: nothing that was there before somebody signed in is kept.
      location.assign(result.value.path)
      return
    }
    setIsBusy(false)
    setProblem(result.problem.message)
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
      <Button
        type="submit"
        variant="primary"
        size="large"
        busy={isBusy}
        disabled={!isAlive}
        autoFocus
        className="w-full"
      >
        Sign in
      </Button>
    </form>
  )
}
