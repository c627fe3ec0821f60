import type { Transaction } from '../db/database'
import type { Owned } from '../policy/policy'

/** What the policy asks of an article that a person begins with a desk. */
export async function ownedBy(tx: Transaction, personId: string, deskId: string | null): Promise<Owned> {
  if (deskId === null) return { ownerIds: [personId], leadIds: [] }
  const leads = await tx.deskMember.findMany({ where: { deskId, isLead: true }, select: { personId: true } })
  return { ownerIds: [personId], leadIds: leads.map((lead) => lead.personId), deskId }
}
