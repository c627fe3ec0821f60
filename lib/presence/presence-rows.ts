import { now } from '../clock'
import { database } from '../db/database'
import { GONE_MILLISECONDS } from './pace'
import type { PresentTab } from './present-tab'

/** Writes down that a tab is there. A tab of another person with the same id stays that person's. */
export async function writePresence(
  articleId: string,
  { clientId, personId }: Pick<PresentTab, 'clientId' | 'personId'>,
): Promise<void> {
  const at = now()
  await database().$executeRaw`
    INSERT INTO "Presence" ("articleId", "clientId", "personId", since, "seenAt")
    VALUES (${articleId}::uuid, ${clientId}, ${personId}::uuid, ${at}, ${at})
    ON CONFLICT ("articleId", "clientId") DO UPDATE SET "seenAt" = EXCLUDED."seenAt"
    WHERE "Presence"."personId" = EXCLUDED."personId"`
}

export async function removePresence(
  articleId: string,
  { clientId, personId }: Pick<PresentTab, 'clientId' | 'personId'>,
): Promise<void> {
  await database().presence.deleteMany({ where: { articleId, clientId, personId } })
}

/** Forgets the tabs that were not seen for too long, of any process. */
export async function sweepPresence(): Promise<void> {
  await database().presence.deleteMany({ where: { seenAt: { lte: goneSince() } } })
}

/** The rows of tabs that were seen lately, in the order in which they came. */
export function listPresenceRows(articleIds: string[]) {
  return database().presence.findMany({
    where: { articleId: { in: articleIds }, seenAt: { gt: goneSince() }, person: { status: 'ACTIVE' } },
    orderBy: [{ since: 'asc' }, { clientId: 'asc' }],
    select: { articleId: true, clientId: true, seenAt: true, person: { select: { id: true, name: true } } },
  })
}

function goneSince(): Date {
  return new Date(now().getTime() - GONE_MILLISECONDS)
}
