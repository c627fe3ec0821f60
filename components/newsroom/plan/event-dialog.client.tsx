'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import type { EventInput } from '@/lib/planning/diary/event-input'
import type { DiaryEvent } from '@/lib/planning/diary/list-events'
import type { DiaryActions } from './plan-actions'
import type { PlanOptions } from './plan-day'
import { RepeatFields } from './repeat-fields.client'

type EventDialogProps = {
  /** Null for a new one. */
  event: DiaryEvent | null
  /** What a new one begins with. */
  day: string
  options: PlanOptions
  actions: DiaryActions
  onClose: () => void
}

const FIELDS = ['title', 'place', 'note', 'startsAt', 'endsAt', 'recurrence', 'deskId', 'templateId', 'ownerId']

type Draft = Omit<EventInput, 'startsAt' | 'endsAt'> & { starts: string; which: '' | 'earlier' | 'later'; ends: string }

/** Puts an event into the diary, changes it or takes it out. */
export function EventDialog({ event, day, options, actions, onClose }: EventDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [draft, setDraft] = useState<Draft>(() => draftOf(event, day))
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const isStartOdd = problem?.issues.some(({ field, code }) => field === 'startsAt' && code === 'time') === true

  async function submit(submitted: FormEvent<HTMLFormElement>) {
    submitted.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const input = inputOf(draft)
    const result = await (event === null
      ? actions.create(input)
      : actions.change({ ...input, id: event.id, version: event.version }))
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (result.ok) done('Saved')
  }

  function done(words: string) {
    onClose()
    router.refresh()
    notify.done(words)
  }

  async function remove({ id }: DiaryEvent): Promise<string | undefined> {
    const result = await actions.remove({ id })
    if (!result.ok) return result.problem.message
    done('Taken out of the diary')
    return undefined
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={event === null ? 'New event' : `Edit “${event.title}”`}
      footer={
        <>
          {event === null ? null : (
            <ConfirmDialog
              trigger={
                <Button variant="quiet" className="mr-auto">
                  Delete
                </Button>
              }
              title={`Delete “${event.title}”?`}
              confirmLabel="Delete"
              isDangerous
              onConfirm={() => remove(event)}
            >
              {event.recurrence === '' ? '' : 'With everything that would come of it. '}The lines that it made stay on
              the plan.
            </ConfirmDialog>
          )}
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {event === null ? 'Add the event' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="Title" error={of.title}>
          <Input
            required
            maxLength={120}
            autoComplete="off"
            value={draft.title}
            onChange={(change) => put({ title: change.target.value })}
          />
        </Field>
        <Checkbox
          label="All day"
          checked={draft.isAllDay}
          onChange={(change) => put({ isAllDay: change.target.checked })}
        />
        <EventTimes draft={draft} put={put} errors={of} zone={options.zone} isStartOdd={isStartOdd} />
        <Field label="Place" error={of.place}>
          <Input
            maxLength={120}
            autoComplete="off"
            value={draft.place}
            onChange={(change) => put({ place: change.target.value })}
          />
        </Field>
        <RepeatFields
          rule={draft.recurrence}
          onChange={(recurrence) => put({ recurrence })}
          day={draft.starts.slice(0, 10)}
          error={of.recurrence}
        />
        <Field label="Desk" error={of.deskId}>
          <Select value={draft.deskId ?? ''} onChange={(change) => put({ deskId: change.target.value || null })}>
            <option value="">Every desk</option>
            {options.desks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Note" error={of.note}>
          <Textarea
            rows={2}
            maxLength={2000}
            value={draft.note}
            onChange={(change) => put({ note: change.target.value })}
          />
        </Field>
        <Checkbox
          label="Put a line on the plan each time"
          hint="Two weeks ahead. A line that is spiked does not come back."
          checked={draft.makesLine}
          onChange={(change) => put({ makesLine: change.target.checked })}
        />
        {draft.makesLine ? <LineOfEvent draft={draft} put={put} errors={of} options={options} /> : null}
      </form>
    </Dialog>
  )
}

type PartProps = {
  draft: Draft
  put: (part: Partial<Draft>) => void
  errors: Record<string, string | undefined>
}

function EventTimes({ draft, put, errors, zone, isStartOdd }: PartProps & { zone: string; isStartOdd: boolean }) {
  if (draft.isAllDay)
    return (
      <Field label="Day" error={errors.startsAt}>
        <Input
          type="date"
          required
          value={draft.starts.slice(0, 10)}
          onChange={(change) => put({ starts: `${change.target.value}T${draft.starts.slice(11)}` })}
        />
      </Field>
    )
  return (
    <>
      <div className="grid gap-5 md:grid-cols-2">
        <Field label="Begins" error={errors.startsAt} hint={`On the clock of ${zone}`}>
          <Input
            type="datetime-local"
            required
            value={draft.starts}
            onChange={(change) => put({ starts: change.target.value.slice(0, 16), which: '' })}
          />
        </Field>
        <Field label="Ends at" error={errors.endsAt}>
          <Input
            type="datetime-local"
            value={draft.ends}
            onChange={(change) => put({ ends: change.target.value.slice(0, 16) })}
          />
        </Field>
      </div>
      {isStartOdd || draft.which !== '' ? (
        <Field label="Which of the two, where the clock shows this time twice">
          <Select value={draft.which} onChange={(change) => put({ which: change.target.value as Draft['which'] })}>
            <option value="">Choose</option>
            <option value="earlier">The first, before clocks go back</option>
            <option value="later">The second, after clocks went back</option>
          </Select>
        </Field>
      ) : null}
    </>
  )
}

function LineOfEvent({ draft, put, errors, options }: PartProps & { options: PlanOptions }) {
  const people = options.people.map(({ id, name }) => ({ id, label: name }))
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Field label="Kind" error={errors.templateId}>
        <Select value={draft.templateId ?? ''} onChange={(change) => put({ templateId: change.target.value || null })}>
          <option value="">An empty page</option>
          {options.templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Written by" error={errors.ownerId}>
        <Combobox
          items={people}
          value={people.find(({ id }) => id === draft.ownerId) ?? null}
          onChange={(owner) => put({ ownerId: owner?.id ?? null })}
          placeholder="Nobody yet"
          emptyText="Nobody of this name has a login."
        />
      </Field>
    </div>
  )
}

function draftOf(event: DiaryEvent | null, day: string): Draft {
  return {
    title: event?.title ?? '',
    place: event?.place ?? '',
    note: event?.note ?? '',
    starts: event?.startsAt ?? `${day}T10:00`,
    which: '',
    ends: event?.endsAt ?? '',
    isAllDay: event?.isAllDay ?? false,
    recurrence: event?.recurrence ?? '',
    deskId: event?.deskId ?? null,
    makesLine: event?.makesLine ?? false,
    templateId: event?.templateId ?? null,
    ownerId: event?.ownerId ?? null,
  }
}

function inputOf({ starts, which, ends, ...rest }: Draft): EventInput {
  return {
    ...rest,
    startsAt: { local: starts, ...(which === '' ? {} : { which }) },
    endsAt: ends === '' || rest.isAllDay ? null : ends,
  }
}
