import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

/** The topic's name, or null where there is none of this id. */
export function findTopic(actor: Actor, id: string): Promise<{ id: string; name: string } | null> {
  authorise(actor, 'newsroom.enter')
  return database().topic.findUnique({ where: { id }, select: { id: true, name: true } })
}
