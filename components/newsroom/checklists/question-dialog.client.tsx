'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { type Level, QUESTION_MOST } from '@/lib/checklists/checks'
import type { KeptQuestion } from '@/lib/checklists/readers'
import type { Problem } from '@/lib/http/answers'
import type { QuestionActions } from './checklist-actions'

/** Writes a question, or writes one anew. */
export function QuestionDialog({
  templateId,
  question: before,
  actions,
  onClose,
}: {
  templateId: string | null
  question: KeptQuestion | null
  actions: QuestionActions
  onClose: () => void
}) {
  const router = useRouter()
  const formId = useId()
  const [question, setQuestion] = useState(before?.question ?? '')
  const [level, setLevel] = useState<Level>(before?.level ?? 'BLOCK')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['question'])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await (before === null
      ? actions.add({ templateId, question, level })
      : actions.change({ id: before.id, seenAt: before.updatedAt, question, level }))
    setIsBusy(false)
    if (!result.ok) {
      setProblem(result.problem)
      return
    }
    onClose()
    router.refresh()
    notify.done(before === null ? 'The question is asked from now on.' : 'The question is changed.')
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isSticky
      title={before === null ? 'Add a question' : 'Edit the question'}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {before === null ? 'Add question' : 'Save question'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field
          label="Question"
          error={of.question}
          hint={
            before === null
              ? 'So that “yes” is the right answer: “Was everybody named in it asked?”'
              : 'With other words it is asked anew: ticks that it has are taken away.'
          }
          isRequired
        >
          <Textarea
            rows={2}
            maxLength={QUESTION_MOST}
            value={question}
            onChange={(event) => setQuestion(event.target.value.replace(/\n/g, ' '))}
          />
        </Field>
        <Field label="Until somebody ticks it">
          <Select value={level} onChange={(event) => setLevel(event.target.value as Level)}>
            <option value="BLOCK">Blocks: nobody publishes without a reason</option>
            <option value="WARN">Warns: it is on the list</option>
            <option value="OFF">Off: nobody is asked</option>
          </Select>
        </Field>
      </form>
    </Dialog>
  )
}
