'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'

/** The secret, this once. */
export function NewLink({ label, path, onClose }: { label: string; path: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const address = new URL(path, window.location.origin).href

  async function copy() {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      notify.done('Copied.')
    } catch {
      notify.problem('The browser does not let us copy it. It is marked: copy it by hand.')
    }
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && onClose()}
      title={`The link for ${label}`}
      description="Copy it now: it is shown this once, and kept nowhere. Send it to nobody else."
      initialFocus={field}
      footer={
        <>
          <DialogClose render={<Button>Done</Button>} />
          <Button variant="primary" onClick={copy}>
            Copy link
          </Button>
        </>
      }
    >
      <Field label="Address">
        <Input ref={field} readOnly value={address} onFocus={(event) => event.target.select()} />
      </Field>
    </Dialog>
  )
}
