'use client'

import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { ARTICLE_STATES, type ArticleState } from '@/lib/articles/state'
import { articlesHref } from './articles-address'
import type { ArticlesQuery } from './articles-query'
import { STATE_WORDS } from './state-words'

export type StateChoice = { state: ArticleState | undefined; look: 'links' | undefined }

/** The list by state: links, so that each is an address. Followed here, they are one more choice in the form. */
export function StateLinks({ query, onChoose }: { query: ArticlesQuery; onChoose: (choice: StateChoice) => void }) {
  const choices: (StateChoice & { name: string })[] = [
    { state: undefined, look: undefined, name: 'All' },
    ...ARTICLE_STATES.map((state) => ({ state, look: undefined, name: STATE_WORDS[state].many })),
    { state: undefined, look: 'links', name: 'Wants a look' },
  ]
  return (
    <nav aria-label="By state" className="-mx-4 overflow-x-auto px-4 py-1 md:mx-0 md:px-0">
      <ul className="flex w-max gap-1">
        {choices.map(({ state, look, name }) => {
          const isCurrent = query.state === state && query.look === look
          return (
            <li key={name}>
              <Link
                href={articlesHref({ ...query, state, look, cursor: undefined })}
                scroll={false}
                onNavigate={(event) => {
                  event.preventDefault()
                  onChoose({ state, look })
                }}
                aria-current={isCurrent ? 'true' : undefined}
                className={classes(
                  'flex h-8 items-center rounded-full px-3 font-medium text-sm transition-colors duration-100 touch:h-11 touch:px-4',
                  isCurrent ? 'bg-ink text-ground' : 'text-ink-soft hover:bg-sunken hover:text-ink',
                )}
              >
                {name}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
