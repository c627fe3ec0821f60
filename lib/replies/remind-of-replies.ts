import { loadArticle } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { database, type Transaction, transaction } from '../db/database'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import { timeInWords } from './reply-line'

const DEADLINES: Actor = { kind: 'system', name: 'reply deadlines' }

/** So long before the deadline, or half of the time that they were given where that is less. */
const BEFORE_MINUTES = 60

/**
 * Tells whoever asked, and whose article it is, that somebody has little time left to answer, and that the time has passed; the latter is
 * written into the record. Each once for each deadline, and not for what was thrown away. Any number of processes may run it.
 *
 * @returns how often somebody was told
 */
export async function remindOfReplies(): Promise<number> {
  const at = now()
  const due = await database().$queryRaw<{ id: string }[]>`
    SELECT reply.id FROM "ReplyRequest" reply JOIN "Article" article ON article.id = reply."articleId"
    WHERE reply.answer = 'NONE' AND article.state NOT IN ('SPIKED', 'KILLED')
      AND (
        (reply.deadline <= ${at}::timestamptz AND reply."passedFor" IS DISTINCT FROM reply.deadline)
        OR (
          reply.deadline > ${at}::timestamptz AND reply."remindedFor" IS DISTINCT FROM reply.deadline
          AND reply.deadline - least(make_interval(mins => ${BEFORE_MINUTES}), (reply.deadline - reply."askedAt") / 2) <= ${at}::timestamptz
        )
      )
    ORDER BY reply.deadline
    LIMIT 100`
  let told = 0
  for (const { id } of due) if (await transaction((tx) => isTold(tx, id, at))) told++
  if (told > 0) await nudgeMail()
  return told
}

async function isTold(tx: Transaction, replyId: string, at: Date): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "ReplyRequest" WHERE id = ${replyId}::uuid FOR UPDATE`
  const reply = await tx.replyRequest.findUnique({ where: { id: replyId }, include: { party: true } })
  // Answered, put off or told of meanwhile.
  if (reply === null || reply.answer !== 'NONE') return false
  const { articleId, party, deadline, remindedFor, passedFor, createdById } = reply
  const hasPassed = deadline <= at
  if ((hasPassed ? passedFor : remindedFor)?.getTime() === deadline.getTime()) return false
  const article = await loadArticle(tx, DEADLINES, articleId)
  const time = timeInWords(deadline, at, await readSettings(tx))
  await tx.replyRequest.update({
    where: { id: replyId },
    data: hasPassed ? { passedFor: deadline } : { remindedFor: deadline },
  })
  if (hasPassed)
    await recordEvent(tx, DEADLINES, {
      action: 'reply.pass',
      thing: 'article',
      thingId: articleId,
      detail: { replyId, partyId: party.id, party: party.name, deadline: deadline.toISOString() },
    })
  await tell(tx, {
    kind: hasPassed ? 'REPLY_PASSED' : 'REPLY_DUE',
    article,
    by: DEADLINES,
    about: `${replyId} ${deadline.getTime()}`,
    to: [createdById, article.ownerId ?? article.createdById].filter((id) => id !== null),
    text: hasPassed
      ? `${party.name} did not respond by ${time}. The line that says so can go into the text now.`
      : `${party.name} has until ${time} to reply.`,
  })
  if (hasPassed) await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  return true
}
