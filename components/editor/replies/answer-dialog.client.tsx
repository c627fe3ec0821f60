'use client'

import { useId, useRef } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Radio } from '@/components/ui/radio'
import { Textarea } from '@/components/ui/textarea.client'
import { now } from '@/lib/clock'
import { ANSWER_WORDS, REPLY_ANSWERS, type ReplyAnswer } from '@/lib/replies/reply-words'
import type { ListedReply } from '../api/replies'
import { FormProblems } from './ask-dialog.client'
import { formOf, localIn, REPLY_LABELS, zoneInWords } from './reply-form'
import { useReplyForm } from './use-reply-form.client'

const CHOICES = REPLY_ANSWERS.toSorted((a, b) => Number(a === 'NONE') - Number(b === 'NONE'))

/** Puts down what came back: an answer with its words, or that there will be none. */
export function AnswerDialog({
  reply,
  zone,
  onSaved,
  onClose,
}: {
  reply: ListedReply
  zone: string
  onSaved: () => void
  onClose: () => void
}) {
  const formId = useId()
  const group = useId()
  const words = useRef<HTMLTextAreaElement>(null)
  const form = useReplyForm({
    opened: formOf(reply, zone),
    reply,
    zone,
    done: 'Put down.',
    onSaved,
  })
  const { answer, answerText, answeredAt } = form.values
  const isNew = reply.answer === 'NONE'

  function choose(next: ReplyAnswer) {
    const isFirst = next !== 'NONE' && answeredAt === ''
    form.put({ answer: next, ...(isFirst ? { answeredAt: localIn(zone, now()) } : {}) })
  }

  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !form.isBusy && onClose()}
      title={`What came back from ${reply.party.name}`}
      initialFocus={isNew ? undefined : words}
      footer={
        <>
          <DialogClose render={<Button disabled={form.isBusy}>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={form.isBusy} disabled={form.isUndecided}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.save} noValidate className="flex flex-col gap-4">
        <FormProblems form={form} />
        <fieldset className="flex min-w-0 flex-col gap-1.5">
          <legend className="sr-only">{REPLY_LABELS.answer}</legend>
          {CHOICES.map((choice) => (
            <label
              key={choice}
              className="flex items-center gap-2.5 rounded-md border border-line px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-wash touch:min-h-11"
            >
              <Radio name={group} checked={answer === choice} onChange={() => choose(choice)} />
              {ANSWER_WORDS[choice]}
            </label>
          ))}
        </fieldset>
        {answer === 'NONE' ? null : (
          <>
            <Field
              label={REPLY_LABELS.answerText}
              isRequired={answer === 'ANSWERED'}
              hint={
                answer === 'ANSWERED'
                  ? 'Word for word: they can go into the text as a quotation.'
                  : 'What they said when they declined. May stay empty.'
              }
              error={form.problems.of.answerText}
            >
              <Textarea
                ref={words}
                rows={5}
                value={answerText}
                onChange={(event) => form.put({ answerText: event.target.value })}
              />
            </Field>
            <Field
              label={answer === 'ANSWERED' ? 'Answered' : 'Declined'}
              hint={`The newsroom’s time, ${zoneInWords(zone)}.`}
              error={form.problems.of.answeredAt}
            >
              <Input
                type="datetime-local"
                value={answeredAt}
                onChange={(event) => form.put({ answeredAt: event.target.value.slice(0, 16) })}
              />
            </Field>
          </>
        )}
      </form>
    </Dialog>
  )
}
