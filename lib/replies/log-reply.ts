import type { z } from 'zod'
import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { chooseParty } from '../claims/parties'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { LogReply } from './reply-input'
import { replyRow } from './reply-row'

/**
 * Puts down that somebody was asked about an article. The same sent again, after an answer was lost, puts nothing down twice.
 *
 * @throws NotFound, Forbidden
 * @throws Invalid when a time cannot be
 * @throws Conflict when the id is another article's entry
 */
export async function logReply(
  actor: Actor,
  { articleId, replyId, party: choice, ...fields }: z.output<typeof LogReply> & { articleId: string },
): Promise<void> {
  await transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'reply.log', ownersOf(article))
    const at = now()
    const row = replyRow(fields, at)
    const party = await chooseParty(tx, actor, choice)
    const createdById = actor.kind === 'person' ? actor.id : null
    const { count } = await tx.replyRequest.createMany({
      data: [{ ...row, id: replyId, articleId, partyId: party.id, createdAt: at, createdById }],
      skipDuplicates: true,
    })
    if (count === 0) {
      if ((await tx.replyRequest.count({ where: { id: replyId, articleId } })) > 0) return
      throw new Conflict('This id belongs to an entry of another article.')
    }
    await recordEvent(tx, actor, {
      action: 'reply.ask',
      thing: 'article',
      thingId: articleId,
      detail: { replyId, partyId: party.id, party: party.name, way: row.way, deadline: row.deadline.toISOString() },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
}
