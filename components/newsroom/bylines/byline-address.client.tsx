'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'

type BylineAddressProps = {
  id: string
  slug: string
  changeAddress: (input: { id: string; slug: string }) => Promise<ActionResult<void>>
}

/** Gives the page of a byline another address. */
export function BylineAddress({ id, slug, changeAddress }: BylineAddressProps) {
  const formId = useId()
  const router = useRouter()
  const [typed, setTyped] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy || typed === null) return
    setIsBusy(true)
    const result = await changeAddress({ id, slug: typed })
    setIsBusy(false)
    setRefusal(result.ok ? undefined : result.problem.message)
    if (!result.ok) return
    setTyped(null)
    router.refresh()
    notify.done('The address is changed. The one of before leads there.')
  }

  return (
    <>
      <Button
        onClick={() => {
          setRefusal(undefined)
          setTyped(slug)
        }}
      >
        Change the address
      </Button>
      {typed === null ? null : (
        <Dialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : setTyped(null))}
          size="small"
          title="Change the address"
          description="The page, its feeds and links in articles move. Whoever kept the old address is led to the new one."
          footer={
            <>
              <DialogClose render={<Button>Cancel</Button>} />
              <Button type="submit" form={formId} variant="primary" busy={isBusy}>
                Change the address
              </Button>
            </>
          }
        >
          <form id={formId} onSubmit={submit} noValidate>
            <Field label="After /author/" error={refusal} hint="Small letters, digits and hyphens: maria-novak.">
              <Input
                required
                maxLength={80}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
          </form>
        </Dialog>
      )}
    </>
  )
}
