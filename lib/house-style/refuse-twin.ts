import type { Transaction } from '@/lib/db/database'
import { Conflict } from '@/lib/errors'
import type { StyleRuleInput } from './style-rule-input'

/**
 * Two rules for the same words would contradict each other, or say it twice.
 * @param ownId the rule that is changed, which is no twin of itself
 * @throws Conflict
 */
export async function refuseTwin(tx: Transaction, { find, isPattern }: StyleRuleInput, ownId?: string): Promise<void> {
  const twins = await tx.styleRule.findMany({
    where: { isPattern, find: { equals: find, mode: isPattern ? 'default' : 'insensitive' } },
    select: { id: true, find: true },
  })
  const twin = twins.find(({ id }) => id !== ownId)
  if (twin === undefined) return
  const message = `There is a rule for “${twin.find}” already.`
  throw new Conflict(message, [{ field: 'find', code: 'twin', message, severity: 'blocking' }])
}
