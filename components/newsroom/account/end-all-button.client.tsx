'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { SessionActions } from './sessions-section'

/** Ends every session of a person but the one in which the button is pressed. @param personName null for one's own */
export function EndAllButton({
  personId,
  personName,
  count,
  endAll,
}: {
  personId: string
  personName: string | null
  count: number
  endAll: SessionActions['endAll']
}) {
  const router = useRouter()
  const label = personName === null ? 'End all others' : 'End all'

  async function end(): Promise<string | undefined> {
    const result = await endAll({ personId })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done(result.value.ended === 1 ? 'One session has ended' : `${result.value.ended} sessions have ended`)
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button size="small">{label}</Button>}
      title={
        personName === null
          ? 'End all sessions but this one?'
          : `End ${count === 1 ? 'the session' : `all ${count} sessions`} of ${personName}?`
      }
      confirmLabel={label}
      isDangerous
      onConfirm={end}
    >
      Those browsers are signed out at once. What is being typed there stays on the devices until their owner signs in
      again.
    </ConfirmDialog>
  )
}
