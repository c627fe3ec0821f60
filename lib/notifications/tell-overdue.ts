import { lockArticle } from '../articles/load-article'
import { now } from '../clock'
import { database, transaction } from '../db/database'
import { nudgeMail } from '../jobs/nudge-mail'
import type { Actor } from '../policy/actor'
import { printDateTime } from '../settings/paper-time'
import { readSettings } from '../settings/settings'
import { tell } from './tell'

const DEADLINES: Actor = { kind: 'system', name: 'deadlines' }

/** Where an article is before somebody handed it in. */
const UNFILED = ['PITCHED', 'COMMISSIONED', 'DRAFT'] as const

/**
 * Tells whoever writes it, and who leads its desk, of each article that was due and is not filed: once for each due time. Any
 * number of processes may run it.
 *
 * @returns how many articles were told of
 */
export async function tellOverdue(): Promise<number> {
  const at = now()
  const late = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Article"
    WHERE "dueAt" <= ${at}::timestamptz AND "overdueToldFor" IS DISTINCT FROM "dueAt"
      AND state::text = ANY(${[...UNFILED]}::text[])
    ORDER BY "dueAt"
    LIMIT 100`
  let told = 0
  for (const { id } of late) if (await isTold(id, at)) told++
  if (told > 0) await nudgeMail()
  return told
}

async function isTold(articleId: string, at: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const article = await lockArticle(tx, DEADLINES, articleId)
    const { dueAt, overdueToldFor, ownerId, createdById, desk } = article
    // Filed, moved or told of meanwhile.
    if (dueAt === null || dueAt > at || overdueToldFor?.getTime() === dueAt.getTime()) return false
    if (!(UNFILED as readonly string[]).includes(article.state)) return false
    await tx.article.update({ where: { id: articleId }, data: { overdueToldFor: dueAt } })
    await tell(tx, {
      kind: 'OVERDUE',
      article,
      by: DEADLINES,
      about: `${articleId} ${dueAt.getTime()}`,
      to: [ownerId ?? createdById, ...(desk?.members.map(({ personId }) => personId) ?? [])],
      text: `It was due on ${printDateTime(dueAt, await readSettings(tx))}.`,
    })
    return true
  })
}
