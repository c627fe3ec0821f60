import { Link } from '@/components/ui/link'
import type { SourceRow } from '@/lib/sources/source-row'
import { SourceBadges } from './source-badges'

/** Sources as anybody of the newsroom may see them. */
export function SourcesList({ sources }: { sources: readonly SourceRow[] }) {
  return (
    <ul aria-label="Sources" className="divide-y divide-line border-line border-y">
      {sources.map((source) => (
        <li key={source.id} className="py-4">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link
              href={`/desk/sources/${source.id}`}
              className="wrap-anywhere min-w-0 font-medium text-ink hover:underline touch:py-1"
            >
              {source.codeName}
            </Link>
            {source.name === null ? null : (
              <span className="wrap-anywhere min-w-0 text-ink-soft text-sm">{source.name}</span>
            )}
          </p>
          <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
            <SourceBadges source={source} />
          </p>
        </li>
      ))}
    </ul>
  )
}
