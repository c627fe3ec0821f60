import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { hashSecret, newId, newSecret } from '@/lib/ids'

export const LINK_HOURS = { JOIN: 48, RESET: 1, SET_UP: 48 } as const
export type LinkPurpose = keyof typeof LINK_HOURS

/**
 * Makes the secret of a link that works once, and forgets every earlier one for the same purpose that was not used.
 *
 * @param personId null for SET_UP only
 * @returns the secret: it stands in the mail and nowhere else
 */
export async function openLink(tx: Transaction, purpose: LinkPurpose, personId: string | null): Promise<string> {
  await closeLinks(tx, purpose, personId)
  const at = now()
  const secret = newSecret()
  await tx.invitation.create({
    data: {
      id: newId(),
      purpose,
      personId,
      tokenHash: hashSecret(secret),
      createdAt: at,
      expiresAt: new Date(at.getTime() + LINK_HOURS[purpose] * 60 * 60 * 1000),
    },
  })
  return secret
}

/** Forgets the links of this kind that were not used. */
async function closeLinks(tx: Transaction, purpose: LinkPurpose, personId: string | null): Promise<void> {
  await tx.invitation.deleteMany({ where: { purpose, personId, usedAt: null } })
}

/**
 * Uses a link up. Of two requests with the same link one gets null.
 *
 * @returns whom it is for, or null when it is unknown, was used, or is too old
 */
export async function useUpLink(
  tx: Transaction,
  purposes: readonly LinkPurpose[],
  secret: string,
): Promise<{ purpose: LinkPurpose; personId: string | null } | null> {
  const at = now()
  const used = await tx.invitation.updateManyAndReturn({
    where: { tokenHash: hashSecret(secret), purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
    select: { purpose: true, personId: true },
  })
  return used[0] ?? null
}
