import { ACTION_WORDS, THING_WORDS } from './action-words'
import { type Action, CHOICES, type Grant } from './table'

/** A desk to which somebody belongs. */
export type Seat = { deskId: string; name: string; isLead: boolean }

/** What a right comes to for one person: everywhere, or with what is their own and what is with these desks. */
export type Reach = { isEverywhere: boolean; hasOwn: boolean; desks: readonly Seat[] }

/** As `can` in policy.ts decides of one thing, here of all of them. */
export function reachFor(action: Action, grant: Grant | undefined, seats: readonly Seat[]): Reach {
  const nowhere = { isEverywhere: false, hasOwn: false, desks: [] }
  switch (grant) {
    case 'any':
      return { ...nowhere, isEverywhere: true }
    case 'desk':
      return { ...nowhere, hasOwn: CHOICES[action].includes('own'), desks: seats }
    case 'lead':
      return { ...nowhere, desks: led(seats) }
    case 'own':
      // Where a desk may decide, its lead does, whoever's the thing is.
      return { ...nowhere, hasOwn: true, desks: CHOICES[action].includes('desk') ? led(seats) : [] }
    default:
      return nowhere
  }
}

export function isNowhere({ isEverywhere, hasOwn, desks }: Reach): boolean {
  return !isEverywhere && !hasOwn && desks.length === 0
}

/** After "may": "publish on Sport", "edit every article", "upload pictures". Of a reach that is nowhere: what may not be done. */
export function sayReach(action: Action, reach: Reach): string {
  const { verb, tail, thing, alone = verb } = ACTION_WORDS[action]
  if (thing === null) return verb
  const { some, every, own } = THING_WORDS[thing]
  const around = (things: string) => [verb, tail, things].filter(Boolean).join(' ')
  if (reach.isEverywhere) return around(every)
  const names = listNames(reach.desks.map(({ name }) => name))
  if (reach.hasOwn) return around(names === '' ? own : `${own} and those on ${names}`)
  if (names === '') return around(some)
  return `${thing === 'article' ? alone : around(some)} on ${names}`
}

/** "Sport", "Sport and News", "Sport, News and Culture". */
export function listNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function led(seats: readonly Seat[]): Seat[] {
  return seats.filter(({ isLead }) => isLead)
}
