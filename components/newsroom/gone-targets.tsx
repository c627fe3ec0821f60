import { Unlink } from 'lucide-react'

/** What links of an article lead to and readers have not any more; nothing where all is well. */
export function GoneTargets({ headlines }: { headlines: readonly string[] }) {
  const [first, ...more] = headlines
  if (first === undefined) return null
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1 text-warn-ink text-xs">
      <Unlink aria-hidden="true" className="size-3 shrink-0" />
      <span className="line-clamp-2">
        Links to “{first.trim() || 'Without a headline'}”{more.length === 0 ? '' : ` and ${more.length} more`}, which{' '}
        {more.length === 0 ? 'was' : 'were'} unpublished
      </span>
    </span>
  )
}
