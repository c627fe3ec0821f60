'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { type ComboboxItem, ComboboxMultiple } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import type { KeptDesk } from '@/lib/desks/list-desks'
import type { Problem } from '@/lib/http/answers'
import type { DeskActions } from './desk-actions'

type DeskDialogProps = {
  /** Null for a new one. */
  desk: KeptDesk | null
  people: readonly ComboboxItem[]
  sections: readonly ComboboxItem[]
  actions: Pick<DeskActions, 'create' | 'change'>
  onClose: () => void
}

const FIELDS = ['name', 'slug', 'members', 'sectionIds']

/** Makes a desk, or changes one: its name, its people, who leads it, its sections. */
export function DeskDialog({ desk, people, sections, actions, onClose }: DeskDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [name, setName] = useState(desk?.name ?? '')
  const [members, setMembers] = useState<ComboboxItem[]>(
    (desk?.members ?? []).map(({ personId, name }) => ({ id: personId, label: name })),
  )
  const [leads, setLeads] = useState<ReadonlySet<string>>(
    new Set((desk?.members ?? []).filter(({ isLead }) => isLead).map(({ personId }) => personId)),
  )
  const [own, setOwn] = useState<ComboboxItem[]>((desk?.sections ?? []).map(({ id, name }) => ({ id, label: name })))
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const input = {
      name,
      slug: desk?.slug ?? '',
      members: members.map(({ id }) => ({ personId: id, isLead: leads.has(id) })),
      sectionIds: own.map(({ id }) => id),
    }
    const result = await (desk === null ? actions.create(input) : actions.change({ ...input, id: desk.id }))
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (!result.ok) return
    onClose()
    router.refresh()
    notify.done('Saved')
  }

  function lead(id: string, isLead: boolean) {
    setLeads((before) => new Set(isLead ? [...before, id] : [...before].filter((each) => each !== id)))
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={desk === null ? 'New desk' : `Edit “${desk.name}”`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {desk === null ? 'Add the desk' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="Name" error={of.name ?? of.slug}>
          <Input
            required
            maxLength={120}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="People" error={of.members}>
          <ComboboxMultiple
            items={people}
            value={members}
            onChange={setMembers}
            placeholder="Find by name"
            emptyText="Nobody of this name has a login."
          />
        </Field>
        {members.length === 0 ? null : (
          <fieldset>
            <legend className="font-medium text-ink text-sm">Leads</legend>
            <p className="mt-0.5 mb-1 text-ink-faint text-xs">
              They approve, send back, plan and publish what is this desk’s, whatever their role.
            </p>
            {members.map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={leads.has(id)}
                onChange={(event) => lead(id, event.target.checked)}
              />
            ))}
          </fieldset>
        )}
        <Field label="Sections" error={of.sectionIds} hint="A section has one desk: it leaves the one that it had.">
          <ComboboxMultiple
            items={sections}
            value={own}
            onChange={setOwn}
            placeholder="Find by name"
            emptyText="There is no such section."
          />
        </Field>
      </form>
    </Dialog>
  )
}
