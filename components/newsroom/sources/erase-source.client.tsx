'use client'

import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { SourceActions } from './source-actions'

type Props = { source: { id: string; codeName: string; version: number }; erase: SourceActions['erase'] }

/** Asks once more, and takes a source out of the register for good. */
export function EraseSource({ source: { id, codeName, version }, erase }: Props) {
  const router = useRouter()

  async function confirm() {
    const result = await erase({ id, base: version })
    if (!result.ok) {
      notify.problem(result.problem.message)
      return
    }
    router.push('/desk/sources')
    router.refresh()
    notify.done('Erased')
  }

  return (
    <ConfirmDialog
      trigger={<Button>Erase</Button>}
      title={`Erase “${codeName}” for good?`}
      confirmLabel="Erase"
      isDangerous
      onConfirm={confirm}
    >
      Name, contact and notes go, and it stands behind no claim any more: stamps may change. Nothing brings it back. The
      record keeps the code name, and who erased it.
    </ConfirmDialog>
  )
}
