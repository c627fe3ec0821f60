'use client'

import { ArrowDown, ArrowUp, ListOrdered, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { STATE_WORDS } from '@/components/newsroom/state-words'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { notify } from '@/components/ui/toaster.client'
import type { KeptPart } from '@/lib/series/list-series'
import { AddPart } from './add-part.client'
import type { PartActions } from './series-actions'

type PartsListProps = {
  seriesId: string
  parts: readonly KeptPart[]
  /** Null for whoever may only read. */
  actions: PartActions | null
}

/** The parts of a series in their order, and what can be done to each. */
export function PartsList({ seriesId, parts, actions }: PartsListProps) {
  const router = useRouter()
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<string | null>(null)
  const [said, setSaid] = useState('')

  // A row that changes its place loses the focus: whoever moves it by keyboard goes on where they were.
  useEffect(() => {
    if (moved.current === null || parts.length === 0) return
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus()
    moved.current = null
  }, [parts])

  async function move({ articleId, headline }: KeptPart, to: 'up' | 'down') {
    const result = await actions?.move({ seriesId, articleId, to })
    if (result?.ok === false) notify.problem(result.problem.message)
    else setSaid(`${headlineOf(headline)} moved ${to}`)
    moved.current = `${to} ${articleId}`
    router.refresh()
  }

  async function remove({ articleId, headline }: KeptPart) {
    const result = await actions?.remove({ seriesId, articleId })
    if (result?.ok === false) notify.problem(result.problem.message)
    else notify.done(`“${headlineOf(headline)}” is no part any more`)
    router.refresh()
  }

  return (
    <div className="space-y-6">
      <p role="status" className="sr-only">
        {said}
      </p>
      {parts.length === 0 ? (
        <EmptyState
          icon={<ListOrdered aria-hidden="true" />}
          title="No parts yet"
          className="rounded-lg border border-line"
        >
          Drafts may be parts, too: readers get each when it is published.
        </EmptyState>
      ) : (
        <ol ref={list} aria-label="Parts" className="divide-y divide-line rounded-lg border border-line">
          {parts.map((part, index) => (
            <li key={part.articleId} className="flex items-center gap-3 px-4 py-3">
              <span className="tabular w-6 shrink-0 text-ink-faint text-sm">{index + 1}</span>
              <PartFacts part={part} />
              {actions === null ? null : (
                <PartButtons
                  part={part}
                  isFirst={index === 0}
                  isLast={index === parts.length - 1}
                  onMove={(to) => void move(part, to)}
                  onRemove={() => void remove(part)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {actions === null ? null : (
        <AddPart seriesId={seriesId} takenIds={parts.map(({ articleId }) => articleId)} add={actions.add} />
      )}
    </div>
  )
}

function PartFacts({ part: { articleId, headline, state, isPublic } }: { part: KeptPart }) {
  const { name, tone } = STATE_WORDS[state]
  return (
    <div className="min-w-0 flex-1">
      <Link href={`/desk/articles/${articleId}`} className="wrap-anywhere font-medium text-sm hover:underline">
        {headlineOf(headline)}
      </Link>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{name}</Badge>
        {isPublic ? null : <span className="text-ink-faint text-xs">Not public yet</span>}
      </p>
    </div>
  )
}

type PartButtonsProps = {
  part: KeptPart
  isFirst: boolean
  isLast: boolean
  onMove: (to: 'up' | 'down') => void
  onRemove: () => void
}

function PartButtons({ part: { articleId, headline }, isFirst, isLast, onMove, onRemove }: PartButtonsProps) {
  const name = headlineOf(headline)
  return (
    <span className="flex shrink-0">
      <IconButton
        label={`Move ${name} up`}
        icon={<ArrowUp aria-hidden="true" className="size-4" />}
        data-move={`up ${articleId}`}
        disabled={isFirst}
        onClick={() => onMove('up')}
      />
      <IconButton
        label={`Move ${name} down`}
        icon={<ArrowDown aria-hidden="true" className="size-4" />}
        data-move={`down ${articleId}`}
        disabled={isLast}
        onClick={() => onMove('down')}
      />
      <IconButton label={`Take ${name} out`} icon={<X aria-hidden="true" className="size-4" />} onClick={onRemove} />
    </span>
  )
}

function headlineOf(headline: string): string {
  return headline.trim() || 'Without a headline'
}
