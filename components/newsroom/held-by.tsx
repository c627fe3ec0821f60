import { Lock } from 'lucide-react'

/** A lock and the name of whoever holds an article for subbing; nothing where nobody does. */
export function HeldBy({ name }: { name: string | null }) {
  if (name === null) return null
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-ink-soft text-xs">
      <Lock aria-hidden="true" className="size-3 shrink-0" />
      <span className="truncate">Held by {name}</span>
    </span>
  )
}
