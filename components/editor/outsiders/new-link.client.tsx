'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { CopyField } from '@/components/ui/copy-field.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'

/** The secret, this once. */
export function NewLink({ label, path, onClose }: { label: string; path: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const address = new URL(path, window.location.origin).href

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && onClose()}
      title={`The link for ${label}`}
      description="Copy it now: it is shown this once, and kept nowhere. Send it to nobody else."
      initialFocus={field}
      footer={<DialogClose render={<Button variant="primary">Done</Button>} />}
    >
      <CopyField inputRef={field} label="Address" value={address} copyLabel="Copy link" />
    </Dialog>
  )
}
