import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { newId } from '../ids'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import type { CapturedPost, UnknownPost } from './look-up-post'

/** One bad answer deletes nothing: two looks that find nothing, at least so far apart, do. */
const DAY = 24 * 60 * 60 * 1000

type Seen = { hash: string; changedAt: Date | null; missingSince: Date | null; isDeleted: boolean }

/**
 * Saves what a look at a post found, whoever looked. Pages that quote it are drawn again when it says something else than
 * before, is gone or is back.
 */
export async function recordLook(
  url: string,
  found: CapturedPost | Pick<UnknownPost, 'kind' | 'isMissing'>,
): Promise<void> {
  const at = now()
  const tags = await transaction(async (tx) => {
    const seen = await lockSeen(tx, url)
    const next = nextOf(seen, found, at)
    await tx.postCheck.update({ where: { url }, data: { ...next, lastCheckedAt: at } })
    const isNews = next.hash !== seen.hash || next.isDeleted !== seen.isDeleted
    const tags = isNews ? [tag.post(url)] : []
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}

/** Two looks at once follow each other: a question takes seconds, and somebody may paste the post meanwhile. */
async function lockSeen(tx: Transaction, url: string): Promise<Seen> {
  await tx.postCheck.createMany({ data: [{ id: newId(), url }], skipDuplicates: true })
  await tx.$queryRaw`SELECT 1 FROM "PostCheck" WHERE url = ${url} FOR UPDATE`
  return tx.postCheck.findUniqueOrThrow({ where: { url } })
}

function nextOf(
  { hash, changedAt, missingSince, isDeleted }: Seen,
  found: CapturedPost | Pick<UnknownPost, 'kind' | 'isMissing'>,
  at: Date,
): Seen {
  if ('hash' in found) {
    const isKnown = hash === found.hash || hash === ''
    return {
      hash: found.hash,
      changedAt: isKnown ? (changedAt ?? at) : at,
      missingSince: null,
      isDeleted: false,
    }
  }
  // Who does not answer says nothing: what was seen before stays.
  if (!found.isMissing) return { hash, changedAt, missingSince, isDeleted }
  const from = missingSince ?? at
  return { hash, changedAt, missingSince: from, isDeleted: isDeleted || at.getTime() - from.getTime() >= DAY }
}
