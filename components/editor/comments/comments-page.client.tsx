'use client'

import { MessageSquareText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { classes } from '@/components/ui/classes'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { ListedThread } from '../api/comments'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { inOrder } from './conversations'
import { NewCommentForm } from './new-comment-form.client'
import { ThreadCard } from './thread-card.client'
import { type ConversationsHandle, useThreadOrder } from './use-conversations.client'

const FILTERS = ['Open', 'Resolved', 'All'] as const
type Filter = (typeof FILTERS)[number]

/** The page of the panel on which the conversations about the article stand, in the order of their words. */
export function CommentsPage({
  handle,
  onWords,
}: {
  handle: ConversationsHandle
  onWords: (threadId: string) => void
}) {
  const { editor, facts } = useSurface()
  const { conversations, state, comment } = handle
  const { threads, asked, activeId, wish, placing, problem } = state
  const [filter, setFilter] = useFilter(threads, activeId)
  const order = useThreadOrder(editor)
  const canComment = facts.can.comment
  const shown = threads?.filter((thread) => fits(thread, filter)) ?? []
  const { placed, detached } = inOrder(shown, order)

  const card = (thread: ListedThread, isDetached: boolean) => (
    <ThreadCard
      key={thread.id}
      conversations={conversations}
      thread={thread}
      isActive={thread.id === activeId}
      isDetached={isDetached && !placing.has(thread.id)}
      wantsFocus={wish?.what === 'thread' && wish.threadId === thread.id}
      canComment={canComment}
      onWords={() => onWords(thread.id)}
    />
  )

  return (
    <section aria-label="Comments" className="flex flex-col">
      {asked !== null ? (
        <NewCommentForm
          key={asked.threadId}
          conversations={conversations}
          asked={asked}
          wantsFocus={wish?.what === 'form'}
        />
      ) : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <FilterButtons filter={filter} threads={threads ?? []} onFilter={setFilter} />
        {canComment && asked === null ? (
          <Button
            size="small"
            // The words stay selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={comment}
          >
            Comment
          </Button>
        ) : null}
      </div>
      {problem === null ? null : (
        <Callout tone="warn" className="mb-4" title="The comments could not be read">
          {problem}{' '}
          <button type="button" className="underline" onClick={() => void conversations.read()}>
            Try again
          </button>
        </Callout>
      )}
      {threads === null && problem === null ? <CommentsSkeleton /> : null}
      {threads !== null && shown.length === 0 ? <NoComments filter={filter} hasAny={threads.length > 0} /> : null}
      <ul aria-label={`${filter} comments`} className="flex flex-col gap-3">
        {/* One list for React: a conversation whose words come or go keeps its form, its menu and its focus. */}
        {[...placed.map((thread) => card(thread, false)), ...detached.map((thread) => card(thread, true))]}
      </ul>
    </section>
  )
}

/** What is shown; a conversation that somebody is led to is among it. */
function useFilter(
  threads: readonly ListedThread[] | null,
  activeId: string | null,
): [Filter, (filter: Filter) => void] {
  const [filter, setFilter] = useState<Filter>('Open')
  const active = threads?.find(({ id }) => id === activeId)
  const latest = useRef({ filter, active })
  latest.current = { filter, active }
  const isKnown = active !== undefined
  // Only when another one is led to: one that is resolved while it is looked at leaves the list of open ones.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const { filter, active } = latest.current
    if (active !== undefined && !fits(active, filter)) setFilter('All')
  }, [activeId, isKnown])
  return [filter, setFilter]
}

function fits({ isResolved }: ListedThread, filter: Filter): boolean {
  return filter === 'All' || isResolved === (filter === 'Resolved')
}

function FilterButtons({
  filter,
  threads,
  onFilter,
}: {
  filter: Filter
  threads: readonly ListedThread[]
  onFilter: (filter: Filter) => void
}) {
  return (
    <fieldset className="flex rounded-md bg-sunken p-0.5">
      <legend className="sr-only">Which comments</legend>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === filter}
          className={classes(
            'h-7 rounded-[0.3125rem] px-2.5 font-medium text-xs touch:h-10 touch:px-3.5',
            one === filter ? 'bg-raised text-ink shadow-rest dark:bg-pressed' : 'text-ink-soft hover:text-ink',
          )}
          onClick={() => onFilter(one)}
        >
          {one}
          <span className="sr-only">: {threads.filter((thread) => fits(thread, one)).length}</span>
        </button>
      ))}
    </fieldset>
  )
}

function NoComments({ filter, hasAny }: { filter: Filter; hasAny: boolean }) {
  if (hasAny) {
    return (
      <p className="py-8 text-center text-ink-faint text-sm">
        {filter === 'Resolved' ? 'No conversation is resolved.' : 'Every conversation is resolved.'}
      </p>
    )
  }
  return (
    <EmptyState icon={<MessageSquareText aria-hidden="true" />} title="No comments yet" className="px-2! py-8!">
      Select words in the text and press {shortcutText('Mod-Alt-M')}. Readers never see comments.
    </EmptyState>
  )
}

function CommentsSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3">
      <Skeleton className="h-28" />
      <Skeleton className="h-20" />
    </div>
  )
}
