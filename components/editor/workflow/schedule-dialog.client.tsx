'use client'

import { CalendarClock } from 'lucide-react'
import { type FormEvent, type SetStateAction, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Spinner } from '@/components/ui/spinner'
import { now } from '@/lib/clock'
import type { CorrectionInput } from '@/lib/corrections/correction-input'
import type { Issue } from '@/lib/errors'
import { readIssues, type SavedIssues } from '../api/article'
import { messageOf, RequestFailed } from '../api/request'
import { readStanding, schedulePublication } from '../api/workflow'
import { Checklist } from '../publishing/checklist.client'
import {
  CorrectionFields,
  NO_NOTE,
  type Note,
  noteToSend,
  orWaiting,
  problemOfNote,
} from '../publishing/correction-fields.client'
import { OverrideReason, problemOfReason } from '../publishing/override-reason.client'
import { Questions } from '../publishing/questions.client'
import { sayTime } from './say-time'
import { type GivenTime, TimeField, timeInputOf } from './time-field.client'

type Stage =
  | { kind: 'checking' }
  | { kind: 'not saved'; message: string }
  | ({ kind: 'checked'; embargoUntil: string | null; waitingNote: CorrectionInput | null } & SavedIssues)
  | { kind: 'scheduled'; at: string; zone: string }

/**
 * Has the article go out at a time: everything typed is saved first, the checklist of just that version is shown, and just that version
 * goes out, whatever is typed until then.
 */
export function ScheduleDialog({
  articleId,
  isUpdate,
  mayOverride,
  note,
  onNote,
  mayNote,
  mayRetract,
  saveAll,
  onIssue,
  onScheduled,
  onClose,
}: {
  articleId: string
  /** Readers see an older edition now. */
  isUpdate: boolean
  mayOverride: boolean
  /** What readers are told of what changed; kept by the caller, so that a closed dialog loses no word. */
  note: Note
  onNote: (note: SetStateAction<Note>) => void
  /** Readers have had it: there may be a note. */
  mayNote: boolean
  mayRetract: boolean
  /** Saves text and fields; rejects with a sentence. */
  saveAll: () => Promise<{ version: number }>
  onIssue: (issue: Issue) => void
  onScheduled: () => void
  onClose: () => void
}) {
  const formId = useId()
  const [stage, setStage] = useState<Stage>({ kind: 'checking' })
  const [attempt, setAttempt] = useState(0)
  const [time, setTime] = useState<GivenTime>({ local: '', zone: 'UTC', which: undefined })
  const [timeError, setTimeError] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [reasonProblem, setReasonProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  // What it was when the person began, whatever became of it since.
  const [seen] = useState<'article' | 'changes'>(isUpdate ? 'changes' : 'article')
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [noteProblem, setNoteProblem] = useState<string | null>(null)
  const noteField = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    let isHere = attempt >= 0
    setStage({ kind: 'checking' })
    check(articleId, saveAll).then((next) => {
      if (!isHere) return
      setStage(next)
      if (next.kind !== 'checked') return
      setTime((before) => (before.local === '' ? { ...before, zone: next.zone } : before))
      onNote((note) => orWaiting(note, next.waitingNote))
    })
    return () => {
      isHere = false
    }
  }, [articleId, attempt, saveAll, onNote])

  const issues = stage.kind === 'checked' ? stage.issues : []
  const has = (severity: Issue['severity']) => issues.some((issue) => issue.severity === severity)
  const needsReason = has('override') && !has('blocking')
  const isBlocked = has('blocking') || (has('override') && !mayOverride)

  async function schedule(event: FormEvent) {
    event.preventDefault()
    if (stage.kind !== 'checked' || isBusy) return
    const given = timeInputOf(time)
    if (given === null) return setTimeError('Give a day and a time.')
    const problem = needsReason ? problemOfReason(reason) : null
    setReasonProblem(problem)
    const wrongWithNote = mayNote ? problemOfNote(note) : null
    setNoteProblem(wrongWithNote)
    if (problem !== null) return reasonField.current?.focus()
    if (wrongWithNote !== null) return noteField.current?.focus()
    setIsBusy(true)
    setTimeError(null)
    setError(null)
    try {
      const { at } = await schedulePublication(articleId, given, {
        version: stage.version,
        of: seen,
        overrideReason: needsReason ? reason.trim() : undefined,
        correction: mayNote ? noteToSend(note) : undefined,
      })
      setStage({ kind: 'scheduled', at, zone: time.zone })
      onNote(NO_NOTE)
      onScheduled()
    } catch (failure) {
      const refused = failure instanceof RequestFailed ? failure.issues : []
      if (refused.some(({ field }) => field === 'time')) setTimeError(messageOf(failure))
      else setError(messageOf(failure))
      if (refused.length > 0 && !refused.some(({ field }) => field === 'time')) setStage({ ...stage, issues: refused })
    } finally {
      setIsBusy(false)
    }
  }

  if (stage.kind === 'scheduled') {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="Scheduled"
        footer={<DialogClose render={<Button variant="primary">Done</Button>} />}
      >
        <p className="flex items-start gap-2 text-sm">
          <CalendarClock aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-good-ink" />
          <span>
            {seen === 'changes' ? 'The changes go out' : 'It goes out'}{' '}
            <span className="font-medium">{sayTime(stage.at, stage.zone, now())}</span>, as it is now. What is edited
            later waits until somebody schedules or publishes it.
          </span>
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={seen === 'changes' ? 'Schedule the changes' : 'Schedule this article'}
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Not yet</Button>} />
          {stage.kind === 'not saved' ? (
            <Button variant="primary" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          ) : (
            <Button
              variant="primary"
              type="submit"
              form={formId}
              busy={isBusy}
              disabled={stage.kind === 'checking' || isBlocked}
            >
              Schedule
            </Button>
          )}
        </>
      }
    >
      {stage.kind === 'checking' ? (
        <p role="status" className="flex items-center gap-2 py-4 text-ink-soft text-sm">
          <Spinner /> Saving everything and looking it through…
        </p>
      ) : null}
      {stage.kind === 'not saved' ? (
        <Callout tone="danger" title="Nothing was scheduled">
          {stage.message}
        </Callout>
      ) : null}
      {stage.kind === 'checked' ? (
        <form id={formId} onSubmit={schedule} noValidate className="flex flex-col gap-4">
          {error === null ? null : (
            <Callout tone="danger" title="It was not scheduled">
              {error}
            </Callout>
          )}
          {stage.embargoUntil === null ? null : (
            <Callout tone="warn" title={`Under embargo until ${sayTime(stage.embargoUntil, stage.zone, now())}`}>
              It can go out at that moment or later.
            </Callout>
          )}
          <TimeField
            value={time}
            newsroomZone={stage.zone}
            error={timeError}
            isDisabled={isBusy}
            onChange={(next) => {
              setTime(next)
              setTimeError(null)
            }}
          />
          <section aria-label="Checklist of what goes out">
            <Checklist issues={issues} mayOverride={mayOverride} onIssue={onIssue} />
            <Questions
              articleId={articleId}
              version={stage.version}
              questions={stage.questions}
              zone={stage.zone}
              isDisabled={isBusy}
              onAnswered={({ issues, questions }) =>
                setStage((stage) =>
                  stage.kind === 'checked' ? { ...stage, issues: issues.filter(isOfAnyTime), questions } : stage,
                )
              }
            />
            {needsReason && mayOverride ? (
              <OverrideReason
                ref={reasonField}
                value={reason}
                error={reasonProblem}
                isDisabled={isBusy}
                onChange={setReason}
              />
            ) : null}
          </section>
          {mayNote ? (
            <CorrectionFields
              ref={noteField}
              note={note}
              error={noteProblem}
              mayRetract={mayRetract}
              isDisabled={isBusy}
              onChange={onNote}
            />
          ) : null}
        </form>
      ) : null}
    </Dialog>
  )
}

async function check(articleId: string, saveAll: () => Promise<{ version: number }>): Promise<Stage> {
  try {
    const { version } = await saveAll()
    const [saved, { embargoUntil, note }] = await Promise.all([readIssues(articleId), readStanding(articleId)])
    return {
      ...saved,
      kind: 'checked',
      version,
      issues: saved.issues.filter(isOfAnyTime),
      embargoUntil,
      waitingNote: note,
    }
  } catch (error) {
    return { kind: 'not saved', message: messageOf(error) }
  }
}

/** Whether the embargo has ended is asked of the time that is chosen. */
function isOfAnyTime({ code }: Issue): boolean {
  return code !== 'embargo'
}
