import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { hashSecret } from '@/lib/ids'
import type { LinkPurpose } from './one-time-link'

export type LinkState =
  | { state: 'open'; purpose: LinkPurpose; name: string; email: string }
  | { state: 'used' | 'expired' | 'unknown' }

/** What a mailed link is worth at the moment. Looking does not use it up: mail programs look too. */
export async function findLink(purposes: readonly LinkPurpose[], secret: string): Promise<LinkState> {
  const link = await database().invitation.findFirst({
    where: { tokenHash: hashSecret(secret), purpose: { in: [...purposes] } },
    select: {
      purpose: true,
      usedAt: true,
      expiresAt: true,
      person: { select: { name: true, email: true, status: true } },
    },
  })
  if (!link || link.person?.status === 'DEACTIVATED') return { state: 'unknown' }
  if (link.usedAt) return { state: 'used' }
  if (link.expiresAt <= now()) return { state: 'expired' }
  return { state: 'open', purpose: link.purpose, name: link.person?.name ?? '', email: link.person?.email ?? '' }
}
