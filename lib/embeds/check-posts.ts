import { now } from '../clock'
import { database } from '../db/database'
import { newId } from '../ids'
import { askPolitely, type Running } from '../outside-links/ask-politely'
import type { Manners } from '../outside-links/robots'
import { lookUpPost } from './look-up-post'
import { findProvider } from './providers'
import { recordLook } from './record-look'

const MOST_IN_A_RUN = 200

/** Less than a day, so that the next night's run finds it due. */
const BETWEEN_LOOKS = 20 * 60 * 60 * 1000

/**
 * Looks whether the posts that articles quote are still there and the same, as politely as at other pages outside the paper.
 * Each look is saved by itself.
 *
 * @returns how many were looked at
 */
export async function checkPosts(running: Running = {}): Promise<number> {
  await collectPosts()
  return askPolitely(
    await listDue(),
    (url) => findProvider(url)?.endpoint ?? url,
    async (url, manners) => {
      const isAsked = mayAsk(url, manners)
      await recordLook(url, isAsked ? await lookUpPost(url, running.ways) : { kind: 'unknown', isMissing: false })
    },
    running,
  )
}

/** robots.txt is about pages. The endpoint of a network in our list is there for programs to ask; only its pauses are kept. */
function mayAsk(url: string, manners: Manners): boolean {
  return findProvider(url) !== null || manners.mayAsk(url)
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
async function listDue(): Promise<string[]> {
  const before = new Date(now().getTime() - BETWEEN_LOOKS)
  const due = await database().$queryRaw<{ url: string }[]>`
    SELECT url FROM "PostCheck" due
    WHERE ("lastCheckedAt" IS NULL OR "lastCheckedAt" <= ${before})
      AND EXISTS (SELECT 1 FROM "Link" link WHERE link.kind = 'POST' AND link.url = due.url)
    ORDER BY "lastCheckedAt" NULLS FIRST LIMIT ${MOST_IN_A_RUN}`
  return due.map(({ url }) => url)
}
