import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { PEOPLE_STATES, type PeopleState } from '@/lib/people/people-filter'
import { type PeopleQuery, peopleHref } from './people-query'

const STATE_WORDS: Record<PeopleState, string> = {
  invited: 'Invited',
  ranOut: 'Invitation ran out',
  active: 'Active',
  deactivated: 'Deactivated',
}

/** The list by state: links that say how many there are, with whatever else is filtered. */
export function PeopleStates({ query, counts }: { query: PeopleQuery; counts: Record<PeopleState, number> }) {
  const all = PEOPLE_STATES.reduce((sum, state) => sum + counts[state], 0)
  const choices = [
    { state: undefined, name: 'All', count: all },
    ...PEOPLE_STATES.map((state) => ({ state, name: STATE_WORDS[state], count: counts[state] })),
  ]
  return (
    <nav aria-label="By state" className="-mx-4 mb-4 overflow-x-auto px-4 py-1 md:mx-0 md:px-0">
      <ul className="flex w-max gap-1">
        {choices.map(({ state, name, count }) => (
          <li key={name}>
            <Link
              href={peopleHref({ ...query, state, cursor: undefined })}
              scroll={false}
              aria-current={query.state === state ? 'true' : undefined}
              className={classes(
                'flex h-8 items-center gap-1.5 rounded-full px-3 font-medium text-sm transition-colors duration-100 touch:h-11 touch:px-4',
                query.state === state ? 'bg-ink text-ground' : 'text-ink-soft hover:bg-sunken hover:text-ink',
              )}
            >
              {name}
              <span className="tabular font-normal text-xs">{count.toLocaleString('en')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
