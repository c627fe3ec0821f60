'use client'

import { useState } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import { now } from '@/lib/clock'
import { type ListedComment, resolveOutsiderComment } from '../api/outsiders'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'

/** What came through links, as plain words; what is dealt with stands last. */
export function OutsiderComments({
  comments,
  mayResolve,
  onChanged,
}: {
  comments: readonly ListedComment[]
  mayResolve: boolean
  onChanged: () => Promise<void>
}) {
  const { articleId } = useSurface()
  const [busy, setBusy] = useState<string | null>(null)

  async function resolve(commentId: string) {
    setBusy(commentId)
    try {
      await resolveOutsiderComment(articleId, commentId)
      await onChanged()
    } catch (error) {
      notify.problem(messageOf(error))
    } finally {
      setBusy(null)
    }
  }

  if (comments.length === 0) return null
  return (
    <ul aria-label="Comments from outside" className="mt-4 space-y-3 text-sm">
      {comments.map((comment) => (
        <li key={comment.id} className="rounded-lg border border-line p-3">
          <p className="break-words">
            <span className="font-medium">{comment.name}</span>{' '}
            <span className="text-ink-faint">
              by the link for {comment.label}, <RelativeTime at={new Date(comment.createdAt)} now={now()} />, on version{' '}
              {comment.version}
            </span>
          </p>
          {comment.quote === '' ? null : (
            <blockquote className="mt-1.5 break-words border-line border-l-2 pl-2.5 text-ink-soft">
              {comment.quote}
            </blockquote>
          )}
          <p className="mt-1.5 whitespace-pre-wrap break-words">{comment.text}</p>
          {comment.resolvedBy !== null ? (
            <p className="mt-1.5 text-ink-faint">Resolved by {comment.resolvedBy}</p>
          ) : mayResolve ? (
            <Button
              size="small"
              variant="quiet"
              className="-ml-2 mt-1"
              busy={busy === comment.id}
              onClick={() => resolve(comment.id)}
            >
              Resolve
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
