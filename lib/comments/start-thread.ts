import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict } from '../errors'
import { newId } from '../ids'
import { nudgeMail } from '../jobs/nudge-mail'
import type { Actor, PersonActor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import type { StartThread } from './comment-input'
import { assertRoom, countComment } from './comment-limit'
import { commentedArticle, tellComments } from './load-thread'
import { tellMentioned, withRealNames } from './mention'

/**
 * Begins a conversation about words of an article. The mark on the words is the editor's to set; where it cannot, because they
 * are gone, the conversation has its quote all the same. The same sent again, after an answer was lost, makes nothing twice.
 *
 * @throws NotFound, Forbidden, RateLimited
 * @throws Invalid when somebody is named who cannot be
 * @throws Conflict when the id is another conversation's
 */
export async function startThread(
  actor: Actor,
  { articleId, threadId, quote, text }: z.output<typeof StartThread> & { articleId: string },
): Promise<{ id: string }> {
  await countComment(actor)
  const { name: paperName } = await readSettings()
  const mails = await transaction(async (tx) => {
    const { article, person } = await commentedArticle(tx, actor, articleId)
    const at = now()
    const thread = { id: threadId, quote, createdById: person.id, resolvedAt: null }
    const made = await tx.commentThread.createMany({
      data: [{ ...thread, articleId, createdAt: at }],
      skipDuplicates: true,
    })
    if (made.count === 0) return assertSent(tx, person, articleId, threadId)
    await assertRoom(tx, articleId)
    const comment = { id: newId(), text: await withRealNames(tx, text) }
    await tx.comment.create({ data: { ...comment, threadId, personId: person.id, createdAt: at } })
    const count = await tellMentioned(tx, person, article, thread, comment, paperName)
    await recordEvent(tx, actor, {
      action: 'comment.start',
      thing: 'article',
      thingId: articleId,
      detail: { threadId },
    })
    await tellComments(tx, articleId)
    return count
  })
  if (mails > 0) await nudgeMail()
  return { id: threadId }
}

/** The row is there already: this person's own, sent before, or somebody else's. */
async function assertSent(tx: Transaction, person: PersonActor, articleId: string, threadId: string): Promise<number> {
  const thread = await tx.commentThread.findUnique({ where: { id: threadId, articleId, createdById: person.id } })
  if (thread === null) throw new Conflict('This id belongs to another conversation.')
  return 0
}
