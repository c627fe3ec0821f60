import type { z } from 'zod'
import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { chooseParty } from '../claims/parties'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { EditResult } from '../shelves/edit-result'
import { type ReplyValues, valuesOf } from './list-replies'
import type { ChangeReply } from './reply-input'
import { type ReplyRow, replyRow } from './reply-row'

type Change = z.output<typeof ChangeReply> & { articleId: string; replyId: string }

/**
 * Puts down what came back, or puts an entry right. When somebody else changed it meanwhile nothing is written and both are known.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when a time cannot be, or an answer has no words
 */
export async function changeReply(
  actor: Actor,
  { articleId, replyId, baseVersion, party: choice, ...fields }: Change,
): Promise<EditResult<ReplyValues>> {
  return transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'reply.log', ownersOf(article))
    const own = await lockReply(tx, articleId, replyId)
    if (own.version !== baseVersion) {
      const by = await lastToChange(tx, articleId, replyId)
      return { kind: 'clash', version: own.version, standing: valuesOf(own), by }
    }
    const row = replyRow(fields, now(), own.answer === fields.answer ? own.answeredAt : null)
    const party = await chooseParty(tx, actor, choice)
    await tx.replyRequest.update({
      where: { id: replyId },
      data: { ...row, partyId: party.id, version: { increment: 1 } },
    })
    const detail = {
      replyId,
      partyId: party.id,
      party: party.name,
      changed: whatChanged(own, { ...row, partyId: party.id }),
      answer: row.answer,
      deadline: row.deadline.toISOString(),
    }
    const action = own.answer === row.answer ? 'reply.change' : 'reply.answer'
    await recordEvent(tx, actor, { ...EVENTS[action], thingId: articleId, detail })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return { kind: 'saved' }
  })
}

const EVENTS = {
  'reply.change': { action: 'reply.change', thing: 'article' },
  'reply.answer': { action: 'reply.answer', thing: 'article' },
} as const

async function lockReply(tx: Transaction, articleId: string, replyId: string) {
  await tx.$queryRaw`SELECT 1 FROM "ReplyRequest" WHERE id = ${replyId}::uuid AND "articleId" = ${articleId}::uuid FOR UPDATE`
  const own = await tx.replyRequest.findFirst({ where: { id: replyId, articleId }, include: { party: true } })
  if (own === null) throw new NotFound('This entry does not exist.')
  return own
}

/** The name of the person who last put something down about an entry; empty where nobody did. */
async function lastToChange(tx: Transaction, articleId: string, replyId: string): Promise<string> {
  const event = await tx.auditEvent.findFirst({
    where: {
      thing: 'article',
      thingId: articleId,
      action: { startsWith: 'reply.' },
      detail: { path: ['replyId'], equals: replyId },
      personId: { not: null },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { personId: true },
  })
  const person = await tx.person.findUnique({ where: { id: event?.personId ?? articleId }, select: { name: true } })
  return person?.name ?? ''
}

type Row = ReplyRow & { partyId: string }

/** The names of the columns that are not as they were: never what they held. */
function whatChanged(before: Row, after: Row): string[] {
  return (Object.keys(after) as (keyof Row)[]).filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  )
}
