import { ArrowUpRight } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ArticleRow } from '@/lib/articles/list-articles'
import { ChangedClaims } from './changed-claims'
import { GoneTargets } from './gone-targets'
import { HeldBy } from './held-by'
import { PeopleInArticle } from './people-in-article.client'
import { PresencePoll } from './presence-poll.client'
import { RelativeTime } from './relative-time'
import { StateBadge } from './state-badge'

/** Articles, one to a row; the whole row opens the article. */
export function ArticlesTable({ articles, now }: { articles: ArticleRow[]; now: Date }) {
  return (
    <PresencePoll articleIds={articles.map(({ id }) => id)}>
      <Table label="Articles" className="md:table-fixed">
        <Columns />
        <TableBody>
          {articles.map((article) => (
            <TableRow key={article.id}>
              <TableCell>
                <ArticleLink article={article} />
                <p className="mt-0.5 truncate text-ink-faint text-xs">{authorsOf(article)}</p>
                <p className="mt-1.5 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
                  <PeopleInArticle articleId={article.id} />
                  <HeldBy name={article.heldBy} />
                  <GoneTargets targets={article.goneTargets} />
                  <ChangedClaims claims={article.changedClaims} />
                </p>
              </TableCell>
              <TableCell className="truncate text-ink-soft max-md:hidden">{article.sectionName ?? <None />}</TableCell>
              <TableCell className="max-md:mt-3 max-md:flex max-md:items-center max-md:gap-3">
                <StateBadge state={article.state} hasUnpublishedChanges={article.hasUnpublishedChanges} />
                <span className="truncate text-ink-faint text-xs md:hidden">
                  {article.sectionName ? `${article.sectionName} · ` : null}
                  <RelativeTime at={article.editedAt} now={now} />
                </span>
              </TableCell>
              <TableCell className="whitespace-nowrap text-ink-soft max-md:hidden">
                <RelativeTime at={article.editedAt} now={now} />
              </TableCell>
              <TableCell className="text-right max-md:absolute max-md:top-1.5 max-md:right-1.5 max-md:p-0">
                {article.path === null ? null : <PublicLink path={article.path} headline={article.headline} />}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </PresencePoll>
  )
}

/** The headline as a link to the editor, stretched over the row or card that it stands in. */
export function ArticleLink({ article }: { article: Pick<ArticleRow, 'id' | 'headline'> }) {
  return (
    <Link
      href={`/desk/articles/${article.id}`}
      className="block text-pretty font-medium text-base text-ink leading-snug after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent max-md:pr-9 md:line-clamp-2"
    >
      {article.headline || <span className="text-ink-faint italic">Untitled</span>}
    </Link>
  )
}

/** The names above the article; where there are none yet, who started it. */
export function authorsOf({ bylines, createdBy }: Pick<ArticleRow, 'bylines' | 'createdBy'>): string {
  return bylines.length > 0 ? bylines.join(', ') : `Started by ${createdBy}`
}

function PublicLink({ path, headline }: { path: string; headline: string }) {
  return (
    <a
      href={path}
      className="relative z-10 inline-flex size-8 items-center justify-center rounded-md text-ink-faint hover:bg-pressed hover:text-ink touch:size-11"
      title="See it on the site"
    >
      <ArrowUpRight aria-hidden="true" className="size-4" />
      <VisuallyHidden>See “{headline}” on the site</VisuallyHidden>
    </a>
  )
}

function None() {
  return <span className="text-ink-faint">No section</span>
}

function Columns() {
  return (
    <TableHead>
      <TableHeading>Headline</TableHeading>
      <TableHeading className="w-36">Section</TableHeading>
      <TableHeading className="w-52">State</TableHeading>
      <TableHeading className="w-28">Edited</TableHeading>
      <TableHeading className="w-10">
        <VisuallyHidden>On the site</VisuallyHidden>
      </TableHeading>
    </TableHead>
  )
}

const PLACES = ['w-3/4', 'w-1/2', 'w-5/6', 'w-2/3', 'w-3/5', 'w-4/5']

/** The shape of the list while it is read. */
export function ArticlesSkeleton() {
  return (
    <div role="status" className="divide-y divide-line border-line border-b pt-8 max-md:pt-0">
      <VisuallyHidden>Loading articles</VisuallyHidden>
      {PLACES.map((width) => (
        <div key={width} className="flex items-center gap-6 py-4">
          <div className="flex-1 space-y-2">
            <Skeleton className={width} />
            <Skeleton className="h-3 w-32" />
          </div>
          <Skeleton className="h-6 w-24 rounded-full max-md:hidden" />
          <Skeleton className="w-20 max-md:hidden" />
        </div>
      ))}
    </div>
  )
}
