'use client'

import { CircleAlert, CircleCheck, ExternalLink, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { buttonClasses } from '@/components/ui/button-classes'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Spinner } from '@/components/ui/spinner'
import type { Issue } from '@/lib/errors'
import { publishArticle, readIssues } from '../api/article'
import { messageOf, RequestFailed } from '../api/request'

type Stage =
  | { kind: 'checking' }
  | { kind: 'not saved'; message: string }
  | { kind: 'checked'; version: number; issues: readonly Issue[]; error: string | null }
  | { kind: 'publishing'; version: number; issues: readonly Issue[] }
  | { kind: 'published'; path: string }

/**
 * The last look before readers see it: everything typed is saved first, then the server's checklist of just that version is
 * shown, and just that version goes out.
 */
export function PublishDialog({
  articleId,
  isUpdate,
  saveAll,
  onIssue,
  onPublished,
  onClose,
}: {
  articleId: string
  /** Readers see an older edition now. */
  isUpdate: boolean
  /** Saves text and fields; rejects with a sentence. */
  saveAll: () => Promise<{ version: number }>
  onIssue: (issue: Issue) => void
  onPublished: () => void
  onClose: () => void
}) {
  const [stage, setStage] = useState<Stage>({ kind: 'checking' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let isHere = attempt >= 0
    setStage({ kind: 'checking' })
    check(articleId, saveAll).then((next) => isHere && setStage(next))
    return () => {
      isHere = false
    }
  }, [articleId, attempt, saveAll])

  async function publish(version: number, issues: readonly Issue[]) {
    setStage({ kind: 'publishing', version, issues })
    try {
      const { path } = await publishArticle(articleId, version)
      setStage({ kind: 'published', path })
      onPublished()
    } catch (error) {
      const refused = error instanceof RequestFailed && error.issues.length > 0 ? error.issues : issues
      setStage({ kind: 'checked', version, issues: refused, error: messageOf(error) })
    }
  }

  const verb = isUpdate ? 'Publish changes' : 'Publish'
  const isBlocked = stage.kind === 'checked' && stage.issues.some(({ severity }) => severity === 'blocking')

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
          {stage.kind === 'not saved' ? (
            <Button variant="primary" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          ) : (
            <Button
              variant="primary"
              busy={stage.kind === 'publishing'}
              disabled={stage.kind === 'checking' || isBlocked}
              onClick={() => stage.kind === 'checked' && publish(stage.version, stage.issues)}
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
      {stage.kind === 'checked' || stage.kind === 'publishing' ? (
        <Checklist issues={stage.issues} onIssue={onIssue} />
      ) : null}
    </Dialog>
  )
}

async function check(articleId: string, saveAll: () => Promise<{ version: number }>): Promise<Stage> {
  try {
    const { version } = await saveAll()
    const { issues } = await readIssues(articleId)
    return { kind: 'checked', version, issues, error: null }
  } catch (error) {
    return { kind: 'not saved', message: messageOf(error) }
  }
}

/** What stands in the way, and what might be better. Each entry leads to its place. */
function Checklist({ issues, onIssue }: { issues: readonly Issue[]; onIssue: (issue: Issue) => void }) {
  if (issues.length === 0) {
    return (
      <p role="status" className="flex items-center gap-2 py-2 text-sm">
        <CircleCheck aria-hidden="true" className="size-4 text-good-ink" /> Everything is there.
      </p>
    )
  }
  const blocking = issues.filter(({ severity }) => severity === 'blocking').length
  return (
    <>
      <p role="status" className="mb-2 text-ink-soft text-sm">
        {blocking > 0
          ? 'These have to be put right first. Each leads to its place.'
          : 'It can go out. You may want to look at these first.'}
      </p>
      <ul aria-label="Checklist" className="flex flex-col gap-1.5">
        {issues.map((issue) => (
          <li key={`${issue.field} ${issue.code}`}>
            <button
              type="button"
              onClick={() => onIssue(issue)}
              className="flex w-full items-start gap-2.5 rounded-md border border-line px-3 py-2 text-left text-sm hover:bg-sunken touch:min-h-11"
            >
              {issue.severity === 'blocking' ? (
                <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger-ink" />
              ) : (
                <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn-ink" />
              )}
              <span>
                <span className="sr-only">{issue.severity === 'blocking' ? 'Blocking: ' : 'Worth a look: '}</span>
                {issue.message}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
