'use client'

import { useDroppable } from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import { classes } from '@/components/ui/classes'
import type { Drop } from './drag'
import { useFrontDesk } from './front-desk.client'
import { useGapDrag } from './front-drag.client'

/** Between two containers: another one goes here, new or dragged. */
export function Gap({ before, label }: { before: string | null; label: string }) {
  const { ask } = useFrontDesk()
  const { setNodeRef } = useDroppable({
    id: `gap:${before ?? ''}`,
    data: { kind: 'gap', before } satisfies Drop,
  })
  const { isOpen, isLanding } = useGapDrag(before)
  const isEnd = before === null
  return (
    <div ref={setNodeRef} className="group relative flex h-7 items-center touch:h-11">
      <span
        aria-hidden="true"
        className={classes(
          'h-0.5 w-full rounded-full transition-colors',
          isLanding ? 'bg-accent' : isOpen ? 'bg-line-strong' : 'group-focus-within:bg-line group-hover:bg-line',
        )}
      />
      <button
        type="button"
        aria-label={label}
        onClick={() => ask({ kind: 'newContainer', before })}
        className={classes(
          'absolute left-1/2 inline-flex h-7 -translate-x-1/2 items-center gap-1 rounded-full border border-line bg-ground px-2.5 font-medium text-ink-soft text-xs transition-opacity hover:border-ink-faint hover:text-ink focus-visible:opacity-100 touch:h-9',
          isOpen && 'invisible',
          !isEnd && 'opacity-0 group-hover:opacity-100 pointer-coarse:opacity-100',
        )}
      >
        <Plus aria-hidden="true" className="size-3.5" />
        Add container
      </button>
    </div>
  )
}
