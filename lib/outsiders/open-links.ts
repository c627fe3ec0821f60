import type { ArticleState } from '../articles/state'
import type { Prisma } from '../db/database'

/** The links that still open something. */
export function openLinks(at: Date): Prisma.OutsiderLinkWhereInput {
  return { revokedAt: null, expiresAt: { gt: at } }
}

/** What was killed or thrown away is shown to nobody outside, whatever links there are. */
export function canBeShown({ state }: { state: ArticleState }): boolean {
  return state !== 'KILLED' && state !== 'SPIKED'
}
