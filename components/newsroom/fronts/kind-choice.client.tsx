'use client'

import { useId } from 'react'
import { classes } from '@/components/ui/classes'
import { CONTAINER_KINDS, type ContainerKind } from '@/lib/fronts/layout'
import { KIND_WORDS, KindDrawing } from './kinds'

/** How a container shows its cards: each kind with a small drawing of it. */
export function KindChoice({ value, onChange }: { value: ContainerKind; onChange: (kind: ContainerKind) => void }) {
  const id = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">Kind</legend>
      <div className="grid grid-cols-3 gap-2 sm:grid-cols-5">
        {CONTAINER_KINDS.map((kind) => (
          <label
            key={kind}
            className={classes(
              'relative flex cursor-pointer flex-col items-center gap-1 rounded-md border px-1 py-2 text-center text-xs has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
              kind === value
                ? 'border-accent bg-accent-wash font-medium text-accent-ink'
                : 'border-line text-ink-soft hover:border-ink-faint',
            )}
          >
            <input
              type="radio"
              name={id}
              value={kind}
              checked={kind === value}
              onChange={() => onChange(kind)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <KindDrawing kind={kind} className="h-9 w-12" />
            {KIND_WORDS[kind].name}
          </label>
        ))}
      </div>
      <p aria-live="polite" className="mt-1.5 text-ink-faint text-xs">
        {KIND_WORDS[value].about}.
      </p>
    </fieldset>
  )
}
