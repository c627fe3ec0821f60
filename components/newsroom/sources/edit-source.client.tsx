'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import type { ComboboxItem } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import { OPEN_FIELDS, type OpenFields, OpenFieldset, openInput } from './open-fields.client'
import type { SourceActions } from './source-actions'

type Props = {
  source: OpenFields & { id: string; version: number }
  people: ComboboxItem[]
  actions: Pick<SourceActions, 'change' | 'find'>
}

/** Changes what the newsroom sees of a source, and who may see the rest. The name is not needed for it. */
export function EditSource(props: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Edit</Button>
      {isOpen ? <EditDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

function EditDialog({ source, people, actions, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const formId = useId()
  const { id, version, ...before } = source
  const [fields, setFields] = useState<OpenFields>(before)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, OPEN_FIELDS)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      const result = await actions.change({ id, base: version, ...openInput(fields) })
      setProblem(result.ok ? null : result.problem)
      if (result.ok) {
        onClose()
        router.refresh()
        notify.done('Saved')
      }
    } catch {
      notify.problem('The server could not be reached. What you typed is still here: try again.')
    }
    setIsBusy(false)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="Edit the source"
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate autoComplete="off" className="grid gap-4 sm:grid-cols-2">
        {sentence === null ? null : (
          <Callout tone="danger" className="sm:col-span-full">
            {sentence}
          </Callout>
        )}
        {source.isConfidential && !fields.isConfidential ? (
          <Callout tone="warn" className="sm:col-span-full">
            Everybody in the newsroom will read the name. It cannot be sealed again.
          </Callout>
        ) : null}
        <OpenFieldset
          fields={fields}
          onChange={setFields}
          of={of}
          people={people}
          ownId={id}
          canSeal={source.isConfidential}
          find={actions.find}
        />
      </form>
    </Dialog>
  )
}
