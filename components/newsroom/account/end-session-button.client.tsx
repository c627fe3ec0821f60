'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'

export function EndSessionButton({
  sessionId,
  device,
  endSession,
}: {
  sessionId: string
  device: string
  endSession: (input: { sessionId: string }) => Promise<ActionResult<void>>
}) {
  const router = useRouter()

  async function end(): Promise<string | undefined> {
    const result = await endSession({ sessionId })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done('The session has ended')
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button size="small">End</Button>}
      title={`End the session in ${device}?`}
      confirmLabel="End session"
      isDangerous
      onConfirm={end}
    >
      This browser is signed out at once. What is being typed there stays on that device until its owner signs in again.
    </ConfirmDialog>
  )
}
