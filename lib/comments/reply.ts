import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import type { Actor, PersonActor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import type { Reply } from './comment-input'
import { assertRoom, countComment } from './comment-limit'
import { commentedArticle, lockThread, tellComments } from './load-thread'
import { tellMentioned, tellParticipants, withRealNames } from './mention'

/**
 * Answers in a conversation. One that was resolved is open again: an answer that nobody sees is none. The same sent again
 * makes nothing twice.
 *
 * @throws NotFound, Forbidden, RateLimited
 * @throws Invalid when somebody is named who cannot be
 * @throws Conflict when the id is another comment's
 */
export async function reply(
  actor: Actor,
  { articleId, threadId, commentId, text }: z.output<typeof Reply> & { articleId: string; threadId: string },
): Promise<{ id: string }> {
  await countComment(actor)
  const { name: paperName } = await readSettings()
  const mails = await transaction(async (tx) => {
    const { article, person } = await commentedArticle(tx, actor, articleId)
    const thread = await lockThread(tx, articleId, threadId)
    const row = { id: commentId, threadId, personId: person.id }
    const comment = { id: commentId, text: await withRealNames(tx, text) }
    const made = await tx.comment.createMany({
      data: [{ ...row, text: comment.text, createdAt: now() }],
      skipDuplicates: true,
    })
    if (made.count === 0) return assertSent(tx, person, threadId, commentId)
    await assertRoom(tx, articleId)
    if (thread.resolvedAt !== null)
      await tx.commentThread.update({ where: { id: threadId }, data: { resolvedAt: null, resolvedById: null } })
    const mentions = await tellMentioned(tx, person, article, thread, comment, paperName)
    const answers = await tellParticipants(tx, person, article, thread, comment)
    await recordEvent(tx, actor, {
      action: 'comment.reply',
      thing: 'article',
      thingId: articleId,
      detail: { threadId, commentId },
    })
    await tellComments(tx, articleId)
    return mentions + answers
  })
  if (mails > 0) await nudgeMail()
  return { id: commentId }
}

/** The row is there already: this person's own, sent before, or somebody else's. */
async function assertSent(tx: Transaction, person: PersonActor, threadId: string, commentId: string): Promise<number> {
  const comment = await tx.comment.findUnique({ where: { id: commentId, threadId, personId: person.id } })
  if (comment === null) throw new Conflict('This id belongs to another comment.')
  return 0
}
