import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { BoardDesk } from '@/lib/board/list-board-desks'

/** What the board shows: each choice is an address that can be sent. */
export type BoardChoice = { desk: string; mine: boolean }

function boardHref({ desk, mine }: BoardChoice): string {
  const query = new URLSearchParams({ desk, ...(mine ? { whose: 'mine' } : {}) })
  return `/desk?${query}#board`
}

/** Whose board: a desk's, all, what is with no desk; everybody's or only my own. */
export function BoardLinks({ desks, choice }: { desks: readonly BoardDesk[]; choice: BoardChoice }) {
  const places = [
    ...desks.map(({ slug, name }) => ({ desk: slug, name })),
    { desk: 'all', name: desks.length === 0 ? 'Everything' : 'All desks' },
    ...(desks.length === 0 ? [] : [{ desk: 'none', name: 'No desk' }]),
  ]
  return (
    <div className="flex min-w-0 max-w-full flex-wrap items-center gap-x-4 gap-y-2">
      {places.length < 2 ? null : (
        <nav aria-label="Desks" className="min-w-0 max-w-full overflow-x-auto">
          <ul className="flex w-max gap-1">
            {places.map(({ desk, name }) => (
              <li key={desk}>
                <Choice href={boardHref({ ...choice, desk })} isCurrent={choice.desk === desk}>
                  {name}
                </Choice>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label="Whose stories">
        <ul className="flex gap-1">
          <li>
            <Choice href={boardHref({ ...choice, mine: false })} isCurrent={!choice.mine}>
              Everybody’s
            </Choice>
          </li>
          <li>
            <Choice href={boardHref({ ...choice, mine: true })} isCurrent={choice.mine}>
              Mine
            </Choice>
          </li>
        </ul>
      </nav>
    </div>
  )
}

function Choice({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isCurrent ? 'true' : undefined}
      className={classes(
        'flex h-8 items-center whitespace-nowrap rounded-full px-3 font-medium text-sm transition-colors duration-100 touch:h-11 touch:px-4',
        isCurrent ? 'bg-ink text-ground' : 'text-ink-soft hover:bg-sunken hover:text-ink',
      )}
    >
      {children}
    </Link>
  )
}
