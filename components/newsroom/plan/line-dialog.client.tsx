'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import type { ChangeLineResult } from '@/lib/planning/change-line'
import type { PlanLine } from '@/lib/planning/list-lines'
import { LineFields } from './line-fields.client'
import { draftOf, FIELD_LABELS, inWords, type LineDraft, lineOf, rebased, type Values } from './line-form'
import type { PlanActions } from './plan-actions'
import type { PlanOptions } from './plan-day'

type LineDialogProps = {
  /** Null for a new one. */
  line: PlanLine | null
  /** What a new one begins with. */
  day: string
  deskId: string
  options: PlanOptions
  actions: PlanActions
  onClose: () => void
}

type Clash = Extract<ChangeLineResult, { kind: 'clash' }>

const FIELDS = Object.keys(FIELD_LABELS)

/** Pitches a line, or changes one. Of two people who change the same, the second sees both values and chooses. */
export function LineDialog({ line, day, deskId, options, actions, onClose }: LineDialogProps) {
  const router = useRouter()
  const formId = useId()
  const [base, setBase] = useState<Values>(line?.values ?? nothing(day, deskId))
  const opened = draftOf(base, options, line?.ownerName ?? null)
  const [draft, setDraft] = useState<LineDraft>(opened)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const { sentence, of } = problemParts(problem, FIELDS)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!isBusy) await save(draft, base)
  }

  async function save(wanted: LineDraft, upon: Values) {
    setIsBusy(true)
    const input = lineOf(wanted)
    const result = await (line === null
      ? actions.pitch(input)
      : actions.change({ articleId: line.id, line: input, base: upon }))
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (!result.ok) return
    if ('kind' in result.value && result.value.kind === 'clash') {
      setClash(result.value)
      return
    }
    onClose()
    router.refresh()
    notify.done(line === null ? 'On the plan' : 'Saved')
  }

  function settle(given: Clash['fields']) {
    if (clash === null) return
    const next = rebased(draft, opened, draftOf(clash.theirs, options, null), given)
    setDraft(next)
    setBase(clash.theirs)
    setClash(null)
    if (given.length === 0) void save(next, clash.theirs)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={line === null ? 'Pitch a line' : `Edit “${line.name}”`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy} disabled={clash !== null}>
            {line === null ? 'Put it on the plan' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        {clash === null ? null : <ClashCallout clash={clash} draft={draft} options={options} onSettle={settle} />}
        <LineFields
          draft={draft}
          put={(part) => setDraft((before) => ({ ...before, ...part }))}
          options={options}
          errors={of}
          mayAssign={line === null || line.can.assign}
          isDueOdd={problem?.issues.some(({ field, code }) => field === 'dueAt' && code === 'time') === true}
        />
      </form>
    </Dialog>
  )
}

type ClashCalloutProps = {
  clash: Clash
  draft: LineDraft
  options: PlanOptions
  onSettle: (given: Clash['fields']) => void
}

function ClashCallout({ clash, draft, options, onSettle }: ClashCalloutProps) {
  const theirs = draftOf(clash.theirs, options, null)
  return (
    <Callout
      tone="danger"
      title={`${clash.by} changed this meanwhile`}
      actions={
        <>
          <Button size="small" onClick={() => onSettle(clash.fields)}>
            Take theirs
          </Button>
          <Button size="small" onClick={() => onSettle([])}>
            Keep mine
          </Button>
        </>
      }
    >
      <ul className="mt-1 space-y-1">
        {clash.fields.map((field) => (
          <li key={field} className="wrap-anywhere">
            {FIELD_LABELS[field]}: theirs is {inWords(field, theirs, options)}, yours is{' '}
            {inWords(field, draft, options)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function nothing(day: string, deskId: string): Values {
  return {
    slugline: '',
    planNote: '',
    plannedFor: day,
    dueAt: null,
    deskId: deskId || null,
    ownerId: null,
    templateId: null,
    commissionedWords: null,
    picturesWanted: '',
  }
}
