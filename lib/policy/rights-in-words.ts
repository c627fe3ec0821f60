import { ACTION_GROUPS } from './action-words'
import { isNowhere, reachFor, type Seat, sayReach } from './reach'
import type { Grants } from './table'

/** Whoever has rights: a role's, at these desks. */
export type Holder = { grants: Grants; seats: readonly Seat[] }

/** What somebody may do and may not, each a sentence without its subject, the shortest first. */
export function rightsInWords({ grants, seats }: Holder): { may: string[]; mayNot: string[] } {
  const may: string[] = []
  const mayNot: string[] = []
  for (const action of ACTION_GROUPS.flatMap(({ actions }) => actions)) {
    // As the policy decides: who may not enter may nothing.
    const reach = reachFor(action, grants['newsroom.enter'] === 'any' ? grants[action] : 'no', seats)
    if (isNowhere(reach)) mayNot.push(`may not ${sayReach(action, reach)}`)
    else may.push(`may ${sayReach(action, reach)}`)
  }
  return { may: may.sort(byLength), mayNot: mayNot.sort(byLength) }
}

function byLength(one: string, other: string): number {
  return one.length - other.length || one.localeCompare(other)
}
