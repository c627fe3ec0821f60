'use client'

import { Check, RotateCcw } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { notify } from '@/components/ui/toaster.client'
import { type ListedThread, resolveThread } from '../api/comments'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import { CommentItem } from './comment-item.client'
import type { Conversations } from './conversations'
import { Quote } from './quote'
import { ReplyForm } from './reply-form.client'

type ThreadCardProps = {
  conversations: Conversations
  thread: ListedThread
  isActive: boolean
  /** Its words are not in the text any more. */
  isDetached: boolean
  wantsFocus: boolean
  canComment: boolean
  onWords: () => void
}

/** One conversation: the words, what was said about them, the way to answer and to settle it. */
export function ThreadCard({
  conversations,
  thread,
  isActive,
  isDetached,
  wantsFocus,
  canComment,
  onWords,
}: ThreadCardProps) {
  const { editor } = useSurface()
  const card = useRef<HTMLLIElement>(null)
  const first = thread.comments[0]

  useEffect(() => {
    const element = card.current
    if (isActive && element !== null && !element.contains(document.activeElement))
      element.scrollIntoView({ block: 'nearest' })
  }, [isActive])

  useLayoutEffect(() => {
    if (!wantsFocus) return
    const timer = setTimeout(() => {
      card.current?.focus()
      conversations.fulfilled()
    }, 120)
    return () => clearTimeout(timer)
  }, [wantsFocus, conversations])

  return (
    <li
      ref={card}
      tabIndex={-1}
      aria-label={`Comment by ${first?.name ?? 'somebody'} on “${thread.quote}”`}
      aria-current={isActive ? 'true' : undefined}
      className={classes(
        'scroll-mt-16 rounded-lg border bg-raised p-3.5 outline-offset-1 transition-colors duration-100',
        isActive ? 'border-line-strong shadow-float' : 'border-line',
      )}
      onFocus={() => conversations.activate(thread.id)}
      onPointerDown={() => conversations.activate(thread.id)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus()
        else if (event.key === 'Enter' && event.target === card.current) onWords()
      }}
    >
      <div className="mb-3 flex items-start gap-2">
        <div className="min-w-0 flex-1">
          {isDetached ? (
            <>
              <Quote>{thread.quote}</Quote>
              <p className="mt-1.5 text-ink-faint text-xs">The words are gone</p>
              {canComment && !thread.isResolved ? (
                <Button
                  size="small"
                  variant="quiet"
                  className="mt-1 -ml-2.5"
                  // The words stay selected.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    if (!conversations.attach(editor, thread.id))
                      notify.info('Select the words that it is about, then press this again.')
                  }}
                >
                  Put on the selected words
                </Button>
              ) : null}
            </>
          ) : (
            <button
              type="button"
              aria-label={`Go to the words “${thread.quote}”`}
              className="block w-full rounded-sm hover:bg-sunken touch:min-h-11"
              onClick={onWords}
            >
              <Quote>{thread.quote}</Quote>
            </button>
          )}
        </div>
        {canComment ? <SettleButton conversations={conversations} thread={thread} /> : null}
      </div>
      {thread.hasNews ? (
        <Badge tone="accent" className="mb-3">
          New for you
        </Badge>
      ) : null}
      {thread.isResolved ? (
        <Badge tone="good" dot className="mb-3">
          Resolved{thread.resolvedBy === null ? '' : ` by ${thread.resolvedBy}`}
        </Badge>
      ) : null}
      <ol aria-label="Comments" className="flex flex-col gap-3">
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} conversations={conversations} threadId={thread.id} comment={comment} />
        ))}
      </ol>
      {canComment ? <ReplyForm conversations={conversations} thread={thread} isActive={isActive} /> : null}
    </li>
  )
}

function SettleButton({ conversations, thread }: { conversations: Conversations; thread: ListedThread }) {
  const { articleId, personId } = useSurface()
  const [isBusy, setIsBusy] = useState(false)

  async function settle() {
    setIsBusy(true)
    try {
      await resolveThread({ articleId, personId }, thread.id, !thread.isResolved)
      await conversations.read()
    } catch (error) {
      notify.problem(messageOf(error))
    }
    setIsBusy(false)
  }

  return thread.isResolved ? (
    <Button size="small" busy={isBusy} onClick={settle} icon={<RotateCcw aria-hidden="true" className="size-4" />}>
      Re-open
    </Button>
  ) : (
    <IconButton
      label="Resolve"
      size="small"
      side="left"
      busy={isBusy}
      className="-mt-1 -mr-1"
      icon={<Check aria-hidden="true" className="size-4" />}
      onClick={settle}
    />
  )
}
