'use client'

import { type FormEvent, useId, useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { FrontChange } from '@/lib/fronts/change-layout'
import { type Container, SLOTS_OF } from '@/lib/fronts/layout'
import {
  type ContainerErrors,
  containerDraftOf,
  containerFieldsOf,
  editOfContainer,
  newContainer,
  withKind,
} from './container-form'
import { useFrontDesk } from './front-desk.client'
import { KindChoice } from './kind-choice.client'
import { RuleFields } from './rule-fields.client'
import { SavingHint } from './saving-hint.client'
import { type SpanErrors, SpanFields, spanDraftOf, spanOf } from './span-fields.client'

type ContainerDialogProps = {
  /** Which one is edited, or before which one a new one goes: null for the end. */
  what: { container: Container } | { before: string | null }
  onClose: () => void
}

const NO_ERRORS: SpanErrors = { from: null, until: null }

/** How a container shows its cards, what fills it, and when it is there. */
export function ContainerDialog({ what, onClose }: ContainerDialogProps) {
  const { state, session, zone } = useFrontDesk()
  const formId = useId()
  const [opened] = useState('container' in what ? what.container : null)
  const [draft, setDraft] = useState(() => containerDraftOf(opened, state.front))
  const [span, setSpan] = useState(() => spanDraftOf(opened ?? NO_ERRORS, zone))
  const [errors, setErrors] = useState<ContainerErrors>({})
  const [spanErrors, setSpanErrors] = useState(NO_ERRORS)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const given = containerFieldsOf(draft)
    const times = spanOf(span)
    setErrors('errors' in given ? given.errors : {})
    setSpanErrors('errors' in times ? times.errors : NO_ERRORS)
    if ('errors' in given || 'errors' in times) return
    let change: FrontChange
    if (opened === null) {
      const before = 'before' in what ? what.before : null
      change = { type: 'addContainer', container: newContainer(given.fields, times.span), before }
    } else {
      const fields = editOfContainer(opened, { ...given.fields, ...times.span })
      if (Object.keys(fields).length === 0) return onClose()
      change = { type: 'editContainer', containerId: opened.id, fields }
    }
    setIsBusy(true)
    setProblem(null)
    try {
      await session.change(change)
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
      setIsBusy(false)
    }
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && onClose()}
      title={opened === null ? 'Add a container' : 'Edit the container'}
      footer={
        <>
          <SavingHint isBusy={isBusy} />
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            {opened === null ? 'Add' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-5">
        {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
        <KindChoice value={draft.kind} onChange={(kind) => setDraft((before) => withKind(before, kind))} />
        <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
          <Field label="Title" hint="Left empty, it is the name of the one section or topic that fills it.">
            <Input
              maxLength={80}
              value={draft.title}
              onChange={(event) => setDraft({ ...draft, title: event.target.value })}
            />
          </Field>
          <Field label="Places" error={errors.slots}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={SLOTS_OF[draft.kind].most}
              value={draft.slots}
              onChange={(event) => setDraft({ ...draft, slots: event.target.value })}
            />
          </Field>
        </div>
        <RuleFields draft={draft} errors={errors} put={(part) => setDraft((before) => ({ ...before, ...part }))} />
        <SpanFields value={span} zone={zone} errors={spanErrors} isDisabled={isBusy} onChange={setSpan} />
      </form>
    </Dialog>
  )
}
