'use client'

import { CircleCheck, ExternalLink } from 'lucide-react'
import { type SetStateAction, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { buttonClasses } from '@/components/ui/button-classes'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Spinner } from '@/components/ui/spinner'
import type { CorrectionInput } from '@/lib/corrections/correction-input'
import type { Issue } from '@/lib/errors'
import { publishArticle, readIssues, type SavedIssues } from '../api/article'
import { messageOf, RequestFailed } from '../api/request'
import { readStanding } from '../api/workflow'
import { Checklist } from './checklist.client'
import { CorrectionFields, NO_NOTE, type Note, noteToSend, orWaiting, problemOfNote } from './correction-fields.client'
import { OverrideReason, problemOfReason } from './override-reason.client'
import { Questions } from './questions.client'

type Stage =
  | { kind: 'checking' }
  | { kind: 'not saved'; message: string }
  | { kind: 'checked'; saved: SavedIssues; error: string | null }
  | { kind: 'publishing'; saved: SavedIssues }
  | { kind: 'published'; path: string }

/**
 * The last look before readers see it: everything typed is saved first, then the server's checklist of just that version is
 * shown, and just that version goes out.
 */
export function PublishDialog({
  articleId,
  isUpdate,
  mayOverride,
  note,
  onNote,
  mayNote,
  mayRetract,
  saveAll,
  onIssue,
  onPublished,
  onSchedule,
  onClose,
}: {
  articleId: string
  /** Readers see an older edition now. */
  isUpdate: boolean
  /** May this person publish, with a reason, what the checklist would rather keep back? */
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
  onPublished: () => void
  /** Asks for a time instead. */
  onSchedule: () => void
  onClose: () => void
}) {
  const [stage, setStage] = useState<Stage>({ kind: 'checking' })
  const [attempt, setAttempt] = useState(0)
  const [reason, setReason] = useState('')
  const [reasonProblem, setReasonProblem] = useState<string | null>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [noteProblem, setNoteProblem] = useState<string | null>(null)
  const noteField = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    let isHere = attempt >= 0
    setStage({ kind: 'checking' })
    check(articleId, saveAll).then(({ stage, waitingNote }) => {
      if (!isHere) return
      setStage(stage)
      onNote((note) => orWaiting(note, waitingNote))
    })
    return () => {
      isHere = false
    }
  }, [articleId, attempt, saveAll, onNote])

  async function publish(saved: SavedIssues) {
    const { version, issues } = saved
    const needsReason = issues.some(({ severity }) => severity === 'override')
    const problem = needsReason ? problemOfReason(reason) : null
    setReasonProblem(problem)
    const wrongWithNote = mayNote ? problemOfNote(note) : null
    setNoteProblem(wrongWithNote)
    if (problem !== null) return reasonField.current?.focus()
    if (wrongWithNote !== null) return noteField.current?.focus()
    setStage({ kind: 'publishing', saved })
    try {
      const { path } = await publishArticle(articleId, version, {
        overrideReason: needsReason ? reason.trim() : undefined,
        correction: mayNote ? noteToSend(note) : undefined,
      })
      setStage({ kind: 'published', path })
      onNote(NO_NOTE)
      onPublished()
    } catch (error) {
      const refused = error instanceof RequestFailed && error.issues.length > 0 ? error.issues : issues
      // A question may be new since.
      const { questions } = await readIssues(articleId).catch(() => saved)
      setStage({ kind: 'checked', saved: { ...saved, questions, issues: refused }, error: messageOf(error) })
    }
  }

  const saved = stage.kind === 'checked' || stage.kind === 'publishing' ? stage.saved : null
  const has = (severity: Issue['severity']) => saved?.issues.some((issue) => issue.severity === severity) === true
  const needsReason = has('override') && !has('blocking')
  const isBlocked = has('blocking') || (has('override') && !mayOverride)
  const verb = needsReason ? 'Publish anyway' : isUpdate ? 'Publish changes' : 'Publish'

  if (stage.kind === 'published') {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="Published"
        footer={
          <>
            <DialogClose render={<Button>Done</Button>} />
            <a href={stage.path} target="_blank" rel="noopener" className={buttonClasses({ variant: 'primary' })}>
              <ExternalLink aria-hidden="true" className="size-4" />
              View public page
            </a>
          </>
        }
      >
        <p className="flex items-start gap-2 text-sm">
          <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-good-ink" />
          <span>
            Readers can see it now at <span className="wrap-anywhere font-medium">{stage.path}</span>
          </span>
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isUpdate ? 'Publish the changes?' : 'Publish this article?'}
      footer={
        <>
          <DialogClose render={<Button>Not yet</Button>} />
          <Button disabled={stage.kind === 'publishing'} onClick={onSchedule}>
            Schedule…
          </Button>
          {stage.kind === 'not saved' ? (
            <Button variant="primary" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          ) : (
            <Button
              variant="primary"
              busy={stage.kind === 'publishing'}
              disabled={stage.kind === 'checking' || isBlocked}
              onClick={() => stage.kind === 'checked' && publish(stage.saved)}
            >
              {verb}
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
        <Callout tone="danger" title="Nothing was published">
          {stage.message}
        </Callout>
      ) : null}
      {stage.kind === 'checked' && stage.error !== null ? (
        <Callout tone="danger" title="It was not published" className="mb-3">
          {stage.error}
        </Callout>
      ) : null}
      {saved === null ? null : (
        <>
          <Checklist issues={saved.issues} mayOverride={mayOverride} onIssue={onIssue} />
          <Questions
            {...saved}
            articleId={articleId}
            isDisabled={stage.kind === 'publishing'}
            // What goes out is still the version that was saved when the dialog opened.
            onAnswered={(answered) =>
              setStage((stage) =>
                stage.kind === 'checked'
                  ? { kind: 'checked', saved: { ...answered, version: saved.version }, error: null }
                  : stage,
              )
            }
          />
        </>
      )}
      {needsReason && mayOverride ? (
        <OverrideReason
          ref={reasonField}
          value={reason}
          error={reasonProblem}
          isDisabled={stage.kind === 'publishing'}
          onChange={setReason}
        />
      ) : null}
      {saved !== null && mayNote ? (
        <CorrectionFields
          ref={noteField}
          note={note}
          error={noteProblem}
          mayRetract={mayRetract}
          isDisabled={stage.kind === 'publishing'}
          onChange={onNote}
        />
      ) : null}
    </Dialog>
  )
}

async function check(
  articleId: string,
  saveAll: () => Promise<{ version: number }>,
): Promise<{ stage: Stage; waitingNote: CorrectionInput | null }> {
  try {
    const { version } = await saveAll()
    const [saved, { note }] = await Promise.all([readIssues(articleId), readStanding(articleId)])
    return { stage: { kind: 'checked', saved: { ...saved, version }, error: null }, waitingNote: note }
  } catch (error) {
    return { stage: { kind: 'not saved', message: messageOf(error) }, waitingNote: null }
  }
}
