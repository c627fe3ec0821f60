import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { database, transaction } from '../db/database'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { MISSED_AFTER_SECONDS } from './missed'

const SCHEDULE: Actor = { kind: 'system', name: 'schedule' }

/**
 * Tells whoever scheduled it, and who leads the desk, of what did not go out or away: at once where there is a reason, else when it is a
 * minute late. Once each; any number of processes may run it.
 *
 * @returns how many articles were told of
 */
export async function raiseAlarms(): Promise<number> {
  const missed = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Article"
    WHERE "scheduleAlarmedAt" IS NULL AND ("publishAt" IS NOT NULL OR "unpublishAt" IS NOT NULL)
      AND ("scheduleFailure" IS NOT NULL
           OR least("publishAt", "unpublishAt") <= clock_timestamp() - make_interval(secs => ${MISSED_AFTER_SECONDS}))
    LIMIT 100`
  let raised = 0
  for (const { id } of missed) if (await raise(id)) raised++
  if (raised > 0) await nudgeMail()
  return raised
}

async function raise(articleId: string): Promise<boolean> {
  return transaction(async (tx) => {
    const article = await lockArticle(tx, SCHEDULE, articleId)
    const { publishAt, unpublishAt, scheduledById, unpublishAtById } = article
    if (article.scheduleAlarmedAt !== null || (publishAt === null && unpublishAt === null)) return false
    const at = publishAt ?? unpublishAt
    const reason = article.scheduleFailure ?? 'No process of the newsroom took it up in time.'
    await tx.article.update({ where: { id: articleId }, data: { scheduleAlarmedAt: new Date() } })
    await recordEvent(tx, SCHEDULE, {
      action: 'article.scheduleFailed',
      thing: 'article',
      thingId: articleId,
      detail: { at: at?.toISOString() ?? '', reason },
    })
    const { ownerIds, leadIds = [] } = ownersOf(article)
    const by = publishAt === null ? unpublishAtById : scheduledById
    const to = [...(by === null ? [] : [by]), ...(leadIds.length === 0 ? ownerIds : leadIds)]
    await tell(tx, {
      kind: 'SCHEDULE_FAILED',
      article,
      by: SCHEDULE,
      about: `${articleId} ${at?.getTime()}`,
      to,
      text: reason,
    })
    return true
  })
}
