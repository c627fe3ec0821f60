import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { newId } from '../ids'
import { PAPER } from '../settings/settings'

/**
 * Writes down that feeds may carry something else once this transaction commits; nothing where the paper has no hub to tell. A row of its own
 * for each change: two that are published at once do not wait for each other.
 * @param tags of what changed
 */
export async function noteFeedChange(tx: Transaction, tags: readonly string[]): Promise<void> {
  await sqlOn(tx)`
    INSERT INTO "FeedChange" (id, tags)
    SELECT ${newId()}::uuid, ${[...tags]}::text[]
    WHERE EXISTS (SELECT 1 FROM "Setting" WHERE key = ${PAPER.keys.hub} AND value <> '""'::jsonb)`
}
