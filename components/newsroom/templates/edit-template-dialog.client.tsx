'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import type { RequiredField } from '@/lib/templates/field-words'
import { RequiredFields } from './required-fields.client'

export type EditedTemplate = { id: string; name: string; description: string; requiredFields: RequiredField[] }

/** Renames a template, says what it is for, and which fields its articles must have. */
export function EditTemplateDialog({
  template,
  change,
  onClose,
}: {
  template: EditedTemplate
  change: (input: EditedTemplate) => Promise<ActionResult<void>>
  onClose: () => void
}) {
  const router = useRouter()
  const formId = useId()
  const [name, setName] = useState(template.name)
  const [description, setDescription] = useState(template.description)
  const [requiredFields, setRequiredFields] = useState(template.requiredFields)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['name', 'description'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await change({ id: template.id, name, description, requiredFields })
    setIsBusy(false)
    if (!result.ok) {
      setProblem(result.problem)
      return
    }
    onClose()
    router.refresh()
    notify.done('Saved')
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={`Edit “${template.name}”`}
      description="Its text is changed in the editor: start an article from it, shape it, and save that in its place."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="Name" error={of.name}>
          <Input
            required
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Description" hint="Shown where somebody chooses a template." error={of.description}>
          <Input
            maxLength={200}
            autoComplete="off"
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <RequiredFields value={requiredFields} onChange={setRequiredFields} />
      </form>
    </Dialog>
  )
}
