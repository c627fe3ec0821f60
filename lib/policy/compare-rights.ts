import { ACTION_GROUPS, ACTION_WORDS, THING_WORDS } from './action-words'
import { isNowhere, listNames, type Reach, reachFor, type Seat, sayReach } from './reach'
import type { Action, Grant, Grants } from './table'

/** A right of a role that another one would have otherwise. */
export type ChangedRight = { action: Action; from: Grant; to: Grant }

/** Where two sets of rights differ, in the order of the list of rights. */
export function changedRights(before: Grants, after: Grants): ChangedRight[] {
  return ACTION_GROUPS.flatMap(({ actions }) =>
    actions
      .map((action) => ({ action, from: before[action] ?? 'no', to: after[action] ?? 'no' }))
      .filter(({ from, to }) => from !== to),
  )
}

/**
 * What these changes come to for somebody who sits at these desks: "publish articles on desks they lead (Sport)". Both lists are empty where
 * the right of before and the one of after come to the same, as with desks for somebody who belongs to none.
 */
export function effectOn(
  seats: readonly Seat[],
  changes: readonly ChangedRight[],
): { gains: string[]; loses: string[] } {
  const effects = changes.map(({ action, from, to }) => ({
    action,
    before: { grant: from, reach: reachFor(action, from, seats) },
    after: { grant: to, reach: reachFor(action, to, seats) },
  }))
  return {
    gains: effects.flatMap(({ action, before, after }) => moreOf(action, after, before)),
    loses: effects.flatMap(({ action, before, after }) => moreOf(action, before, after)),
  }
}

type Held = { grant: Grant; reach: Reach }

/** What the one allows and the other does not. */
function moreOf(action: Action, one: Held, other: Held): string[] {
  if (other.reach.isEverywhere) return []
  if (one.reach.isEverywhere) {
    const rest = isNowhere(other.reach) ? '' : `, beyond ${places(action, other.reach)}`
    return [sayReach(action, one.reach) + rest]
  }
  const known = new Set(other.reach.desks.map(({ deskId }) => deskId))
  const desks = one.reach.desks.filter(({ deskId }) => !known.has(deskId))
  const parts: string[] = []
  const more = { isEverywhere: false, hasOwn: true, desks: [] }
  if (one.reach.hasOwn && !other.reach.hasOwn) parts.push(sayReach(action, more))
  if (desks.length > 0) parts.push(onDesks(action, one.grant, desks))
  return parts
}

function onDesks(action: Action, grant: Grant, desks: readonly Seat[]): string {
  const { verb, tail, thing } = ACTION_WORDS[action]
  const things = thing === null ? '' : THING_WORDS[thing].some
  const names = listNames(desks.map(({ name }) => name))
  return [verb, tail, things, grant === 'desk' ? 'on their desks' : 'on desks they lead', `(${names})`]
    .filter(Boolean)
    .join(' ')
}

/** "articles of their own and on Sport". */
function places(action: Action, { hasOwn, desks }: Reach): string {
  const { thing } = ACTION_WORDS[action]
  const own = hasOwn && thing !== null ? [THING_WORDS[thing].own] : []
  const names = listNames(desks.map(({ name }) => name))
  return listNames([...own, ...(names === '' ? [] : [`those on ${names}`])])
}
