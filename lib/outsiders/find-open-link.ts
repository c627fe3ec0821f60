import { now } from '../clock'
import type { Transaction } from '../db/database'
import { NotFound } from '../errors'
import { hashSecret } from '../ids'
import { readSettings } from '../settings/settings'
import { wordsFor } from '../site-words/words-for'
import type { Purpose } from './limits'
import { canBeShown, openLinks } from './open-links'

/** As lib/ids.ts makes them; nothing else is looked up. */
const SECRET = /^[\w-]{43}$/

const columns = {
  id: true,
  articleId: true,
  purpose: true,
  label: true,
  version: true,
  document: true,
  fields: true,
  createdById: true,
  createdAt: true,
  article: { select: { state: true } },
} as const

export type OpenLink = NonNullable<Awaited<ReturnType<typeof read>>>

/** The link that a secret opens. Null where it opens nothing: nobody outside learns whether it ever did. */
export async function findOpenLink(tx: Transaction, secret: string): Promise<OpenLink | null> {
  if (!SECRET.test(secret)) return null
  const link = await read(tx, secret)
  return link === null || !canBeShown(link.article) ? null : link
}

/**
 * As findOpenLink, held until the transaction ends: what comes after a revocation finds it revoked.
 * @throws NotFound when the secret opens nothing of this purpose
 */
export async function lockOpenLink(tx: Transaction, secret: string, purpose: Purpose): Promise<OpenLink> {
  await tx.$queryRaw`SELECT 1 FROM "OutsiderLink" WHERE "tokenHash" = ${hashSecret(secret)} FOR UPDATE`
  const link = await findOpenLink(tx, secret)
  if (link !== null && link.purpose === purpose) return link
  throw new NotFound(wordsFor((await readSettings(tx)).language).preview.ended.text)
}

function read(tx: Transaction, secret: string) {
  return tx.outsiderLink.findFirst({
    where: { tokenHash: hashSecret(secret), ...openLinks(now()) },
    select: columns,
  })
}
