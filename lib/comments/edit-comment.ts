import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { nudgeMail } from '../jobs/nudge-mail'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readSettings } from '../settings/settings'
import type { EditComment } from './comment-input'
import { countComment } from './comment-limit'
import { commentedArticle, getComment, lockThread, tellComments } from './load-thread'
import { tellMentioned, withRealNames } from './mention'
import { mentionsIn } from './mention-text'

type Input = z.output<typeof EditComment> & { articleId: string; threadId: string; commentId: string }

/**
 * Changes one's own words, which are marked as edited from then on. Only people who were not named before get a mail.
 *
 * @throws NotFound, Forbidden, RateLimited
 * @throws Invalid when somebody is named who cannot be
 */
export async function editComment(actor: Actor, { articleId, threadId, commentId, text }: Input): Promise<void> {
  await countComment(actor)
  const { name: paperName } = await readSettings()
  const mails = await transaction(async (tx) => {
    const { article, person } = await commentedArticle(tx, actor, articleId)
    const thread = await lockThread(tx, articleId, threadId)
    const comment = await getComment(tx, threadId, commentId)
    authorise(actor, 'comment.edit', { ownerIds: [comment.personId] })
    const written = { id: commentId, text: await withRealNames(tx, text, mentionsIn(comment.text)) }
    if (written.text === comment.text) return 0
    await tx.comment.update({ where: { id: commentId }, data: { text: written.text, editedAt: now() } })
    const count = await tellMentioned(tx, person, article, thread, written, paperName)
    await recordEvent(tx, actor, {
      action: 'comment.edit',
      thing: 'article',
      thingId: articleId,
      detail: { threadId, commentId },
    })
    await tellComments(tx, articleId)
    return count
  })
  if (mails > 0) await nudgeMail()
}
