import type { Party } from '../claims/parties'
import type { Transaction } from '../db/database'

/**
 * Whom the claims behind these events are against, with what is claimed of each, in the order in which the claims were put down. A claim
 * that was merged into another still counts: what it said against somebody is in the story.
 */
export async function accusedBy(
  tx: Transaction,
  eventIds: readonly string[],
): Promise<{ party: Party; statements: string[] }[]> {
  if (eventIds.length === 0) return []
  const told = await tx.claimEvent.findMany({
    where: { id: { in: [...eventIds] } },
    select: { claimId: true, formerClaimId: true },
  })
  const claims = await tx.claim.findMany({
    where: {
      id: { in: told.flatMap(({ claimId, formerClaimId }) => [claimId, formerClaimId ?? claimId]) },
      againstId: { not: null },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { statement: true, against: { select: { id: true, name: true, kind: true } } },
  })
  const accused = new Map<string, { party: Party; statements: string[] }>()
  for (const { statement, against: party } of claims) {
    if (party === null) continue
    const known = accused.get(party.id)
    if (known === undefined) accused.set(party.id, { party, statements: [statement] })
    else known.statements.push(statement)
  }
  return [...accused.values()]
}
