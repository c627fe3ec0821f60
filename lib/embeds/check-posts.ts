import { now } from '../clock'
import { database } from '../db/database'
import { newId } from '../ids'
import type { Ways } from '../outgoing/guarded-fetch'
import { lookUpPost } from './look-up-post'
import { recordLook } from './record-look'

/** Each may take two questions of eight seconds; the queue gives a job up after ten minutes. */
const MOST_IN_A_RUN = 30

/** Less than a day, so that the next night's run finds it due. */
const BETWEEN_LOOKS = 20 * 60 * 60 * 1000

/**
 * Looks whether the posts that articles quote are still there and the same. Each look is saved by itself.
 * @returns how many were looked at
 */
export async function checkPosts(ways?: Ways): Promise<number> {
  await collectPosts()
  const due = await listDue()
  for (const check of due) await recordLook(check, await lookUpPost(check.url, ways))
  return due.length
}

async function collectPosts(): Promise<void> {
  const found = await database().$queryRaw<{ url: string }[]>`
    SELECT DISTINCT link.url FROM "Link" link
    WHERE link.kind = 'POST' AND link.url ~ '^https?://'
      AND NOT EXISTS (SELECT 1 FROM "PostCheck" known WHERE known.url = link.url)
    LIMIT 1000`
  await database().postCheck.createMany({ data: found.map(({ url }) => ({ id: newId(), url })), skipDuplicates: true })
}

/** Posts that no article quotes any more are left alone. */
function listDue() {
  const before = new Date(now().getTime() - BETWEEN_LOOKS)
  return database().$queryRaw<
    {
      id: string
      url: string
      hash: string
      state: 'THERE' | 'DELETED' | 'EDITED' | 'UNKNOWN'
      missingSince: Date | null
    }[]
  >`
    SELECT id, url, hash, state::text, "missingSince" FROM "PostCheck" due
    WHERE ("lastCheckedAt" IS NULL OR "lastCheckedAt" <= ${before})
      AND EXISTS (SELECT 1 FROM "Link" link WHERE link.kind = 'POST' AND link.url = due.url)
    ORDER BY "lastCheckedAt" NULLS FIRST LIMIT ${MOST_IN_A_RUN}`
}
