import type { Actor } from '../policy/actor'
import { decideNotice } from './decide-notice'

/**
 * Readers who had an alert of a killed article are not told.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when somebody decided before
 */
export function dropNotice(actor: Actor, { articleId }: { articleId: string }): Promise<void> {
  return decideNotice(actor, articleId, (at) => ({ action: 'breaking.dropNotice', changes: { endedAt: at } }))
}
