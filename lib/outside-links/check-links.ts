import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../clock'
import { database } from '../db/database'
import type { Ways } from '../outgoing/guarded-fetch'
import { collectLinks } from './collect-links'
import { lookAtLink } from './look-at-link'
import { recordVerdict } from './record-verdict'
import { mannersOf } from './robots'

const MOST_IN_A_RUN = 400
const HOSTS_AT_ONCE = 4

/** Short of the ten minutes after which the queue gives a job up; what is left is due at the next run. */
const LONGEST_RUN = 8 * 60_000

type Due = Awaited<ReturnType<typeof listDue>>[number]

/**
 * Asks every outside page that is due whether it is still there: one request at a time for each host, with pauses, a few
 * hosts at once. Each verdict is saved by itself, so a run that is cut off loses nothing.
 *
 * @returns how many were looked at
 */
export async function checkLinks(
  ways?: Ways,
  pause: (milliseconds: number) => Promise<unknown> = wait,
): Promise<number> {
  await collectLinks()
  const until = now().getTime() + LONGEST_RUN
  const hosts = byHost(await listDue())
  let looked = 0
  const worker = async () => {
    for (let links = hosts.pop(); links !== undefined; links = hosts.pop()) looked += await askHost(links, until)
  }
  async function askHost(links: readonly Due[], until: number): Promise<number> {
    const origins = new Map<string, Awaited<ReturnType<typeof mannersOf>>>()
    let count = 0
    for (const link of links) {
      if (now().getTime() > until) break
      const { origin } = new URL(link.url)
      const manners = origins.get(origin) ?? (await mannersOf(origin, ways))
      origins.set(origin, manners)
      await pause(manners.pauseMilliseconds)
      await recordVerdict(link, await lookAtLink(link.url, manners, ways))
      count += 1
    }
    return count
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, worker))
  return looked
}

/** Addresses that no article links to any more are left alone, and so are those that somebody chose to ignore. */
function listDue() {
  return database().$queryRaw<
    {
      id: string
      url: string
      host: string
      failedDays: number
      firstFailedAt: Date | null
      lastFailedAt: Date | null
    }[]
  >`
    SELECT id, url, host, "failedDays", "firstFailedAt", "lastFailedAt" FROM "OutsideLink" due
    WHERE "nextCheckAt" <= ${now()} AND "ignoredAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Link" link WHERE split_part(link.url, '#', 1) = due.url)
    ORDER BY "nextCheckAt" LIMIT ${MOST_IN_A_RUN}`
}

function byHost(links: readonly Due[]): Due[][] {
  const hosts = new Map<string, Due[]>()
  for (const link of links) hosts.set(link.host, [...(hosts.get(link.host) ?? []), link])
  return [...hosts.values()]
}
