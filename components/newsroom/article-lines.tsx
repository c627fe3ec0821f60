import type { ArticleState } from '@/lib/articles/state'
import { LinkIfMay } from './may.client'
import { StateBadge } from './state-badge'

export type ArticleLine = { id: string; headline: string; state: ArticleState; hasUnpublishedChanges?: boolean }

/** Articles by name, each with its state, inside a dialog: looking at one does not close it. */
export function ArticleLines({ articles }: { articles: readonly ArticleLine[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {articles.map(({ id, headline, state, hasUnpublishedChanges }) => (
        <li key={id} className="flex items-start justify-between gap-3 px-3 py-2">
          <LinkIfMay
            needs="article.read"
            href={`/desk/articles/${id}`}
            target="_blank"
            rel="noreferrer"
            className="wrap-anywhere min-w-0 text-pretty text-ink text-sm hover:underline"
          >
            {headline || <span className="text-ink-faint italic">Untitled</span>}
          </LinkIfMay>
          <StateBadge state={state} hasUnpublishedChanges={hasUnpublishedChanges} isTight className="shrink-0" />
        </li>
      ))}
    </ul>
  )
}
