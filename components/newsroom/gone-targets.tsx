import { Unlink } from 'lucide-react'
import type { LinkNoticeReason } from '@/lib/links/raise-link-notices'

type GoneTarget = { headline: string; reason: LinkNoticeReason }

/** What happened to what links of an article lead to; nothing where all is well. */
export function GoneTargets({ targets }: { targets: readonly GoneTarget[] }) {
  const [first, ...more] = targets
  if (first === undefined) return null
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1 text-warn-ink text-xs">
      <Unlink aria-hidden="true" className="size-3 shrink-0" />
      <span className="line-clamp-2">
        Links to “{first.headline.trim() || 'Without a headline'}”{more.length === 0 ? '' : ` and ${more.length} more`},
        which {happenedTo(targets)}
      </span>
    </span>
  )
}

/** One word for all of them where one is true of all. */
function happenedTo(targets: readonly GoneTarget[]): string {
  const were = targets.length === 1 ? 'was' : 'were'
  if (targets.every(({ reason }) => reason === 'KILLED')) return `${were} killed`
  if (targets.every(({ reason }) => reason === 'UNPUBLISHED')) return `${were} unpublished`
  if (targets.every(({ reason }) => reason === 'CORRECTED')) return `${were} corrected`
  if (targets.every(({ reason }) => reason === 'RETRACTED')) return `${were} retracted`
  if (targets.every(({ reason }) => reason === 'KILLED' || reason === 'UNPUBLISHED')) return 'were taken from readers'
  return 'want a look'
}
