'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import type { Erased } from '@/lib/privacy/erase-reader'

type EraseDialogProps = {
  address: string
  erase: (input: { address: string; confirmation: string }) => Promise<ActionResult<Erased>>
  onErased: () => void
}

/** Asks for the address once more, and erases. */
export function EraseDialog({ address, erase, onErased }: EraseDialogProps) {
  const [typed, setTyped] = useState('')

  async function confirm(): Promise<string | undefined> {
    const result = await erase({ address, confirmation: typed })
    if (!result.ok) return result.problem.message
    setTyped('')
    onErased()
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Erase</Button>}
      title="Erase this reader?"
      confirmLabel="Erase"
      isDangerous
      onConfirm={confirm}
      onOpenChange={() => setTyped('')}
    >
      <p>It cannot be brought back. Save the file first if the reader asked for it, too.</p>
      <Field label={<span className="wrap-anywhere">Type {address}</span>}>
        <Input
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  )
}
