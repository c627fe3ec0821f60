'use client'

import { Combobox } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { FIELD_LABELS, type LineDraft } from './line-form'
import type { PlanOptions } from './plan-day'

type LineFieldsProps = {
  draft: LineDraft
  put: (part: Partial<LineDraft>) => void
  options: PlanOptions
  errors: Record<string, string | undefined>
  mayAssign: boolean
  /** The clock shows the due time twice, or not at all. */
  isDueOdd: boolean
}

/** The boxes of a line. */
export function LineFields({ draft, put, options, errors, mayAssign, isDueOdd }: LineFieldsProps) {
  const people = options.people.map(({ id, name }) => ({ id, label: name }))
  return (
    <>
      <Field label={FIELD_LABELS.slugline} error={errors.slugline} hint="The working name, until it has a headline.">
        <Input
          required
          maxLength={80}
          autoComplete="off"
          value={draft.slugline}
          onChange={(event) => put({ slugline: event.target.value })}
        />
      </Field>
      <div className="grid gap-5 md:grid-cols-2">
        <Field label={FIELD_LABELS.plannedFor} error={errors.plannedFor}>
          <Input
            type="date"
            required
            value={draft.plannedFor}
            onChange={(event) => put({ plannedFor: event.target.value })}
          />
        </Field>
        <Field label={FIELD_LABELS.dueAt} error={errors.dueAt} hint={`On the clock of ${options.zone}`}>
          <Input
            type="datetime-local"
            value={draft.dueAt}
            onChange={(event) => put({ dueAt: event.target.value.slice(0, 16), which: '' })}
          />
        </Field>
      </div>
      {isDueOdd || draft.which !== '' ? (
        <Field label="Which of the two, where the clock shows this time twice">
          <Select value={draft.which} onChange={(event) => put({ which: event.target.value as LineDraft['which'] })}>
            <option value="">Choose</option>
            <option value="earlier">The first, before clocks go back</option>
            <option value="later">The second, after clocks went back</option>
          </Select>
        </Field>
      ) : null}
      <div className="grid gap-5 md:grid-cols-2">
        <Field label={FIELD_LABELS.deskId} error={errors.deskId}>
          <Select value={draft.deskId} onChange={(event) => put({ deskId: event.target.value })}>
            <option value="">No desk</option>
            {options.desks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={FIELD_LABELS.ownerId} error={errors.ownerId}>
          <Combobox
            items={people}
            value={draft.owner}
            onChange={(owner) => put({ owner })}
            disabled={!mayAssign}
            placeholder="Nobody yet"
            emptyText="Nobody of this name has a login."
          />
        </Field>
        <Field label={FIELD_LABELS.templateId} error={errors.templateId}>
          <Select value={draft.templateId} onChange={(event) => put({ templateId: event.target.value })}>
            <option value="">An empty page</option>
            {options.templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={FIELD_LABELS.commissionedWords} error={errors.commissionedWords} hint="In words">
          <Input
            type="number"
            min={1}
            max={100_000}
            value={draft.commissionedWords}
            onChange={(event) => put({ commissionedWords: event.target.value })}
          />
        </Field>
      </div>
      <Field label={FIELD_LABELS.picturesWanted} error={errors.picturesWanted}>
        <Input
          maxLength={300}
          autoComplete="off"
          value={draft.picturesWanted}
          onChange={(event) => put({ picturesWanted: event.target.value })}
        />
      </Field>
      <Field label={FIELD_LABELS.planNote} error={errors.planNote}>
        <Textarea
          rows={3}
          maxLength={2000}
          value={draft.planNote}
          onChange={(event) => put({ planNote: event.target.value })}
        />
      </Field>
    </>
  )
}
