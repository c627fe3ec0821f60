import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import type { Shelf } from '@/lib/board/read-shelves'
import { articlesHref } from './articles-address'
import { ArticleLink, authorsOf } from './articles-table'
import { ChangedClaims } from './changed-claims'
import { GoneTargets } from './gone-targets'
import { HeldBy } from './held-by'
import { PeopleInArticle } from './people-in-article.client'
import { RelativeTime } from './relative-time'
import { StateBadge } from './state-badge'

/** A few articles under a heading, with the way to all of them. */
export function ArticlesShelf({
  title,
  shelf: { articles, all },
  now,
  empty,
}: {
  title: string
  shelf: Shelf
  now: Date
  /** What stands here when there are none. */
  empty: ReactNode
}) {
  return (
    <section aria-label={title}>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="font-semibold text-base">{title}</h2>
        {articles.length > 0 ? (
          <Link
            href={articlesHref(all)}
            className="-my-2 rounded-sm py-2 font-medium touch:-my-2.5 touch:py-2.5 text-ink-faint text-sm hover:text-ink"
            aria-label={`See all: ${title}`}
          >
            See all
          </Link>
        ) : null}
      </div>
      {articles.length === 0 ? (
        <p className="rounded-lg border border-line border-dashed px-4 py-6 text-center text-ink-faint text-sm">
          {empty}
        </p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised shadow-rest">
          {articles.map((article) => (
            <li
              key={article.id}
              className="relative px-4 py-3 transition-colors duration-100 first:rounded-t-lg last:rounded-b-lg hover:bg-side"
            >
              <ArticleLink article={article} />
              <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-faint text-xs">
                {article.hasUnpublishedChanges ? <StateBadge state={article.state} hasUnpublishedChanges /> : null}
                <PeopleInArticle articleId={article.id} />
                <HeldBy name={article.heldBy} />
                <GoneTargets targets={article.goneTargets} />
                <ChangedClaims claims={article.changedClaims} />
                <span>
                  {[authorsOf(article), article.sectionName, ''].filter((words) => words !== null).join(' · ')}
                  <RelativeTime at={new Date(article.at)} now={now} className="whitespace-nowrap" />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
