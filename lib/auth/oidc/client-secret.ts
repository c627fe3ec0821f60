import { database, type Transaction } from '@/lib/db/database'
import { openText, sealText } from '@/lib/seal-text'
import { writeSetting } from '@/lib/settings/change-group'

const KEY = 'signIn.oidcSecret'

/** Whom the secret is for: kept for one house, it is never sent to another, whatever is typed as the issuer later. */
export type ClientOf = { oidcIssuer: string; oidcClientId: string }

export async function keepClientSecret(tx: Transaction, client: ClientOf, secret: string): Promise<void> {
  await writeSetting(tx, KEY, sealText(secret, 'oidc', ownerOf(client)))
}

/**
 * @returns null where there is none for this house and client
 */
export async function readClientSecret(client: ClientOf, tx: Transaction = database()): Promise<string | null> {
  const row = await tx.setting.findUnique({ where: { key: KEY } })
  if (typeof row?.value !== 'string') return null
  try {
    return openText(row.value, 'oidc', ownerOf(client))
  } catch {
    return null
  }
}

function ownerOf({ oidcIssuer, oidcClientId }: ClientOf): string {
  return JSON.stringify([oidcIssuer, oidcClientId])
}
