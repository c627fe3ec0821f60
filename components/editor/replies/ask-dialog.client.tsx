'use client'

import { useId, useRef } from 'react'
import { ClashNotes } from '@/components/newsroom/clash/clash-notes.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { now } from '@/lib/clock'
import { REPLY_WAYS, type ReplyWay, WAY_WORDS } from '@/lib/replies/reply-words'
import type { ListedReply, Unasked } from '../api/replies'
import { PartyPicker } from '../claims/telling-fields.client'
import { formOf, inWords, newForm, REPLY_LABELS, usualDeadlines, zoneInWords } from './reply-form'
import { type ReplyFormHandle, useReplyForm } from './use-reply-form.client'

type AskDialogProps = {
  /** Null for a new entry. */
  reply: ListedReply | null
  /** What a new one begins with. */
  unasked: Unasked | null
  zone: string
  onSaved: () => void
  onClose: () => void
}

/** Puts down who was asked, about what and until when; or puts that right. */
export function AskDialog({ reply, unasked, zone, onSaved, onClose }: AskDialogProps) {
  const formId = useId()
  const question = useRef<HTMLTextAreaElement>(null)
  const form = useReplyForm({
    opened: reply === null ? newForm(unasked, zone, now()) : formOf(reply, zone),
    reply,
    zone,
    done: reply === null ? 'Put down. You are told when the time is nearly over.' : 'Saved',
    onSaved,
  })
  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !form.isBusy && onClose()}
      title={reply === null ? 'Ask for a reply' : `What ${reply.party.name} was asked`}
      description="Put down who was asked, about what, and until when they can answer. Readers see nothing of it."
      initialFocus={unasked === null && reply === null ? undefined : question}
      footer={
        <>
          <DialogClose render={<Button disabled={form.isBusy}>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={form.isBusy} disabled={form.isUndecided}>
            {reply === null ? 'Put it down' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.save} noValidate className="flex flex-col gap-4">
        <FormProblems form={form} />
        <Field label={REPLY_LABELS.party} isRequired error={form.problems.of.party}>
          <PartyPicker value={form.values.party} onChange={(party) => form.put({ party })} />
        </Field>
        {form.values.party?.isNew === true ? (
          <Checkbox
            label={`${form.values.party.label} is an organisation`}
            checked={form.values.party.kind === 'ORGANISATION'}
            onChange={(event) => {
              const { party } = form.values
              if (party !== null)
                form.put({ party: { ...party, kind: event.target.checked ? 'ORGANISATION' : 'PERSON' } })
            }}
          />
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={REPLY_LABELS.contact}
            hint="Their lawyer, a press officer. May stay empty."
            error={form.problems.of.contact}
          >
            <Input
              autoComplete="off"
              maxLength={200}
              value={form.values.contact}
              onChange={(event) => form.put({ contact: event.target.value })}
            />
          </Field>
          <Field label={REPLY_LABELS.way} error={form.problems.of.way}>
            <Select value={form.values.way} onChange={(event) => form.put({ way: event.target.value as ReplyWay })}>
              {REPLY_WAYS.map((way) => (
                <option key={way} value={way}>
                  {WAY_WORDS[way]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field
          label={REPLY_LABELS.question}
          isRequired
          hint="Everything that the story says against them, as it was put to them."
          error={form.problems.of.question}
        >
          <Textarea
            ref={question}
            rows={4}
            value={form.values.question}
            onChange={(event) => form.put({ question: event.target.value })}
          />
        </Field>
        <Times form={form} zone={zone} />
      </form>
    </Dialog>
  )
}

/** What stands above a form: that somebody else was first, or why nothing was saved. */
export function FormProblems({ form }: { form: ReplyFormHandle }) {
  return (
    <>
      {form.problems.sentence === null ? null : (
        <Callout tone="danger" title="It was not saved">
          {form.problems.sentence}
        </Callout>
      )}
      <ClashNotes
        clash={form.clash}
        values={form.values}
        labels={REPLY_LABELS}
        inWords={inWords}
        onDecide={form.decide}
      />
    </>
  )
}

function Times({ form, zone }: { form: ReplyFormHandle; zone: string }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="sr-only">When</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={REPLY_LABELS.askedAt} isRequired error={form.problems.of.askedAt}>
          <Input
            type="datetime-local"
            value={form.values.askedAt}
            onChange={(event) => form.put({ askedAt: event.target.value.slice(0, 16) })}
          />
        </Field>
        <Field label={REPLY_LABELS.deadline} isRequired error={form.problems.of.deadline}>
          <Input
            type="datetime-local"
            value={form.values.deadline}
            onChange={(event) => form.put({ deadline: event.target.value.slice(0, 16) })}
          />
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-faint text-xs">The newsroom’s time, {zoneInWords(zone)}.</p>
        <fieldset aria-label="Usual deadlines" className="flex min-w-0 flex-wrap gap-1.5">
          {usualDeadlines(zone, now()).map(({ words, local }) => (
            <Button key={words} size="small" onClick={() => form.put({ deadline: local })}>
              {words}
            </Button>
          ))}
        </fieldset>
      </div>
    </fieldset>
  )
}
