import { now } from '../clock'
import { database } from '../db/database'
import { askPolitely, type Running } from './ask-politely'
import { collectLinks } from './collect-links'
import { lookAtLink } from './look-at-link'
import { recordVerdict } from './record-verdict'

const MOST_IN_A_RUN = 400

/**
 * Asks every outside page that is due whether it is still there. Each verdict is saved by itself.
 * @returns how many were looked at
 */
export async function checkLinks(running: Running = {}): Promise<number> {
  await collectLinks()
  return askPolitely(
    await listDue(),
    ({ url }) => url,
    async (link, manners) => recordVerdict(link, await lookAtLink(link.url, manners, running.ways)),
    running,
  )
}

/** Addresses that no article links to any more are left alone, and so are those that somebody chose to ignore. */
function listDue() {
  return database().$queryRaw<
    {
      id: string
      url: string
      failedDays: number
      firstFailedAt: Date | null
      lastFailedAt: Date | null
      refusedSince: Date | null
    }[]
  >`
    SELECT id, url, "failedDays", "firstFailedAt", "lastFailedAt", "refusedSince" FROM "OutsideLink" due
    WHERE "nextCheckAt" <= ${now()} AND "ignoredAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Link" link WHERE split_part(link.url, '#', 1) = due.url)
    ORDER BY "nextCheckAt" LIMIT ${MOST_IN_A_RUN}`
}
