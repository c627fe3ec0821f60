'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import { useProof } from './use-proof.client'

/** Takes somebody's second factor away who has lost it. */
export function ResetFactorButton({
  person,
  resetFactor,
}: {
  person: { id: string; name: string }
  resetFactor: (input: { id: string }) => Promise<ActionResult<void>>
}) {
  const router = useRouter()
  const { withProof, question } = useProof()

  async function reset(): Promise<string | undefined> {
    const result = await withProof(() => resetFactor({ id: person.id }))
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done(`The second factor of ${person.name} is reset`)
    return undefined
  }

  return (
    <>
      <ConfirmDialog
        trigger={<Button size="small">Reset second factor</Button>}
        title={`Reset the second factor of ${person.name}?`}
        confirmLabel="Reset"
        isDangerous
        onConfirm={reset}
      >
        The password alone lets {person.name} in after that, so be sure that it is {person.name} who asks. They are
        signed out everywhere, get a mail, and set a new one up if their role needs it.
      </ConfirmDialog>
      {question}
    </>
  )
}
