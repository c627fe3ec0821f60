import { ExternalLink } from 'lucide-react'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import type { FrontLine } from '@/lib/fronts/list-fronts'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'

/** Home and every section: how each is laid out, and when it went out last. */
export function FrontsList({ fronts, time }: { fronts: readonly FrontLine[]; time: PaperTime }) {
  return (
    <Table label="Fronts">
      <TableHead>
        <TableHeading>Front</TableHeading>
        <TableHeading>Laid out</TableHeading>
        <TableHeading>Published</TableHeading>
        <TableHeading>
          <span className="sr-only">For readers</span>
        </TableHeading>
      </TableHead>
      <TableBody>
        {fronts.map(({ key, name, path, isAutomatic, hasChanges, live }) => (
          <TableRow key={key}>
            <TableCell>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <LinkIfMay
                  needs="article.read"
                  href={`/desk/fronts/${key}`}
                  className="wrap-anywhere font-medium text-base after:absolute after:inset-0 hover:underline"
                >
                  {name}
                </LinkIfMay>
                {hasChanges ? <Badge tone="warn">Unpublished changes</Badge> : null}
              </span>
            </TableCell>
            <TableCell label="Laid out">
              <span className={isAutomatic ? 'text-ink-faint' : ''}>{isAutomatic ? 'By itself' : 'By hand'}</span>
            </TableCell>
            <TableCell label="Published" className="text-ink-soft">
              {live === null ? (
                <span className="text-ink-faint">Never</span>
              ) : (
                <>
                  <time dateTime={live.publishedAt}>{printShortTime(new Date(live.publishedAt), time)}</time>
                  {live.publishedBy === '' ? '' : `, ${live.publishedBy}`}
                </>
              )}
            </TableCell>
            <TableCell className="md:text-right">
              <a
                href={path}
                className="relative inline-flex items-center gap-1.5 text-ink-soft hover:text-ink touch:min-h-11"
                aria-label={`See ${name} as readers do`}
              >
                <ExternalLink aria-hidden="true" className="size-4" />
                See it
              </a>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
