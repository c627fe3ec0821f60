import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { database, type Transaction, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { MISSED, type Scheduled } from './missed'

const SCHEDULE: Actor = { kind: 'system', name: 'schedule' }

/**
 * Tells of what is a minute late although nobody knows why: no process runs, or a defect stops it. What failed for a reason was told of
 * when it failed. Once each; any number of processes may run it.
 *
 * @returns how many things were told of
 */
export async function raiseAlarms(): Promise<number> {
  const missed = await database().$queryRaw<{ id: string; what: Scheduled }[]>`
    SELECT id, what FROM (${MISSED}) AS missed WHERE "alarmedAt" IS NULL LIMIT 100`
  let raised = 0
  for (const { id, what } of missed) if (await transaction((tx) => raiseAlarm(tx, id, what))) raised++
  if (raised > 0) await nudgeMail()
  return raised
}

/**
 * Tells whoever scheduled it, and who leads the desk, of what did not go out or away, in the transaction that found it out. After the
 * commit call `nudgeMail`.
 *
 * @returns false where they were told before, or there is nothing to tell any more
 */
export async function raiseAlarm(tx: Transaction, articleId: string, what: Scheduled): Promise<boolean> {
  const article = await lockArticle(tx, SCHEDULE, articleId)
  const missed = await missedStill(tx, articleId, what)
  if (missed === null) return false
  const reason = missed.reason ?? 'No process of the newsroom took it up in time.'
  const at = await databaseTime(tx)
  await tx.article.update({
    where: { id: articleId },
    data: what === 'publication' ? { scheduleAlarmedAt: at } : { unpublishAlarmedAt: at },
  })
  await recordEvent(tx, SCHEDULE, {
    action: 'article.scheduleFailed',
    at,
    thing: 'article',
    thingId: articleId,
    detail: { what, at: missed.at.toISOString(), reason },
  })
  const { ownerIds, leadIds = [] } = ownersOf(article)
  const by = what === 'publication' ? article.scheduledById : article.unpublishAtById
  const to = [...(by === null ? [] : [by]), ...(leadIds.length === 0 ? ownerIds : leadIds)]
  await tell(tx, {
    kind: 'SCHEDULE_FAILED',
    article,
    by: SCHEDULE,
    about: `${articleId} ${what} ${missed.at.getTime()}`,
    to,
    text: reason,
  })
  return true
}

/** Now that the article is locked: another process may have told of it, it may have happened, or somebody chose another time. */
async function missedStill(
  tx: Transaction,
  articleId: string,
  what: Scheduled,
): Promise<{ at: Date; reason: string | null } | null> {
  const [missed] = await tx.$queryRaw<{ at: Date; reason: string | null }[]>`
    SELECT at, reason FROM (${MISSED}) AS missed
    WHERE id = ${articleId}::uuid AND what = ${what} AND "alarmedAt" IS NULL`
  return missed ?? null
}
