import type { Party } from '../claims/parties'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'

/**
 * Whom the claims behind these events are against, with what is claimed of each, in the order in which the claims were put down. A claim
 * that was merged into another still counts: what it said against somebody is in the story.
 */
export async function accusedBy(
  tx: Transaction,
  eventIds: readonly string[],
): Promise<{ party: Party; statements: string[] }[]> {
  if (eventIds.length === 0) return []
  const claims = await sqlOn(tx)<Party & { statement: string }>`
    SELECT c.statement, p.id, p.name, p.kind::text
    FROM "Claim" c JOIN "Party" p ON p.id = c."againstId"
    WHERE c.id IN (
      SELECT unnest(ARRAY["claimId", "formerClaimId"]) FROM "ClaimEvent" WHERE id = ANY(${[...eventIds]}::uuid[])
    )
    ORDER BY c."createdAt", c.id`
  const accused = new Map<string, { party: Party; statements: string[] }>()
  for (const { statement, ...party } of claims) {
    const known = accused.get(party.id)
    if (known === undefined) accused.set(party.id, { party, statements: [statement] })
    else known.statements.push(statement)
  }
  return [...accused.values()]
}
