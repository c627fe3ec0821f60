'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'

type AddBylineProps = {
  /** What was looked for and not found. */
  name: string
  create: (input: { name: string }) => Promise<ActionResult<{ id: string }>>
}

/** A byline for somebody who does not sign in: a guest, an agency. */
export function AddByline({ name, create }: AddBylineProps) {
  const formId = useId()
  const router = useRouter()
  const [typed, setTyped] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy || typed === null) return
    setIsBusy(true)
    const result = await create({ name: typed })
    setIsBusy(false)
    setRefusal(result.ok ? undefined : result.problem.message)
    if (result.ok) router.push(`/desk/bylines/${result.value.id}`)
  }

  return (
    <>
      <Button
        variant="primary"
        icon={<Plus aria-hidden="true" className="size-4" />}
        onClick={() => {
          setRefusal(undefined)
          setTyped(name)
        }}
      >
        Add a byline
      </Button>
      {typed === null ? null : (
        <Dialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : setTyped(null))}
          size="small"
          title="Add a byline"
          description="For a guest or an agency. Whoever is invited to the newsroom has one from the start."
          footer={
            <>
              <DialogClose render={<Button>Cancel</Button>} />
              <Button type="submit" form={formId} variant="primary" busy={isBusy}>
                Add
              </Button>
            </>
          }
        >
          <form id={formId} onSubmit={submit} noValidate>
            <Field label="Name" error={refusal} hint="As it stands above articles.">
              <Input
                required
                maxLength={120}
                autoComplete="off"
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
