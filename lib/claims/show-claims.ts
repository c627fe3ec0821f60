import { z } from 'zod'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { transaction } from '../db/database'
import { Forbidden } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { claimsOnPagesOf, settleReaders } from './settle-readers'

export const ShowClaims = z.strictObject({ shows: z.boolean() })

/**
 * Switches on or off that readers are told below an article who says what. Where readers have the article, it holds at once, and then
 * it takes somebody who may publish it.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody else holds the article
 */
export async function showClaims(
  actor: Actor,
  { articleId, shows }: z.output<typeof ShowClaims> & { articleId: string },
): Promise<{ shows: boolean }> {
  const tags = await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    assertNotHeld(actor, article)
    if (article.showsClaims === shows) return []
    if (article.publication !== null && !can(actor, 'article.publish', ownersOf(article)))
      throw new Forbidden('Readers have this story: ask somebody who may publish it.')
    await tx.article.update({ where: { id: articleId }, data: { showsClaims: shows } })
    const action = shows ? 'article.showClaims' : 'article.hideClaims'
    await recordEvent(tx, actor, { action, thing: 'article', thingId: articleId })
    if (article.publication === null) return []
    const tags = [tag.article(articleId), ...(await settleReaders(tx, await claimsOnPagesOf(tx, articleId)))]
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
  return { shows }
}
