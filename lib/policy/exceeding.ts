import type { Actor } from './actor'
import { type Action, CHOICES, type Grant, type Grants } from './table'

/** The rights that reach further than the actor's own. Empty: the actor may give all of these. */
export function exceeding(actor: Actor, grants: Grants): Action[] {
  if (actor.kind === 'system') return []
  const own = actor.kind === 'person' ? actor.grants : {}
  return (Object.keys(grants) as Action[]).filter(
    (action) => reach(action, grants[action]) > reach(action, own[action]),
  )
}

/** How far a right reaches, as a place among the choices that there are for it: 0 is nowhere. */
export function reach(action: Action, grant: Grant | undefined): number {
  return CHOICES[action].indexOf(grant ?? 'no')
}
