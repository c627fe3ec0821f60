import { articlesHref } from '@/components/newsroom/articles-address'
import { StateBadge } from '@/components/newsroom/state-badge'
import type { MergePreview } from '@/lib/shelves/describe-merge'
import type { ShelfKind } from '@/lib/shelves/shelf'

/** The articles that a merge would move, by name; what is too many for a dialog is behind a link. */
export function MovedArticles({
  kind,
  shelfId,
  preview: { articles, named },
}: {
  kind: ShelfKind
  shelfId: string
  preview: MergePreview
}) {
  if (named.length === 0) return null
  const more = articles - named.length
  return (
    <section aria-label="What moves">
      <ul className="divide-y divide-line rounded-lg border border-line">
        {named.map(({ id, headline, state, hasUnpublishedChanges }) => (
          <li key={id} className="flex items-start justify-between gap-3 px-3 py-2">
            <a
              href={`/desk/articles/${id}`}
              target="_blank"
              rel="noreferrer"
              className="wrap-anywhere min-w-0 text-pretty text-sm hover:underline"
            >
              {headline || <span className="text-ink-faint italic">Untitled</span>}
            </a>
            <StateBadge state={state} hasUnpublishedChanges={hasUnpublishedChanges} isTight className="shrink-0" />
          </li>
        ))}
      </ul>
      {more <= 0 ? null : (
        <a
          href={articlesHref({ [kind]: shelfId })}
          target="_blank"
          rel="noreferrer"
          className="mt-2 inline-block font-medium text-ink-soft text-sm underline hover:text-ink"
        >
          and {more} more
        </a>
      )}
    </section>
  )
}
