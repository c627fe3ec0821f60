import type { Transaction } from '../db/database'
import { notifyPurge } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'

/**
 * After what stands behind claims has changed, in its transaction: every process makes the pages anew that may show their stamps.
 * @returns the tags, for the caller to purge here after the commit
 */
export async function stampTags(tx: Transaction, claimIds: readonly string[]): Promise<string[]> {
  const tags = claimIds.map(tag.claim)
  await notifyPurge(tx, tags)
  return tags
}

/** The claims that a source stands behind. */
export async function claimsBehind(tx: Transaction, sourceId: string): Promise<string[]> {
  const uses = await tx.sourceUse.findMany({ where: { sourceId }, select: { event: { select: { claimId: true } } } })
  return [...new Set(uses.map(({ event }) => event.claimId))]
}
