import { z } from 'zod'
import { lockArticle, ownersOf } from '../articles/load-article'
import { type Transaction, transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { archiveAddress } from './archive-address'

/** One outside link of one article. */
export const LinkInArticle = z.strictObject({ articleId: z.uuid(), linkId: z.uuid() })
export type LinkInArticle = z.output<typeof LinkInArticle>

/**
 * The link, for somebody who may edit the article that it stands in.
 * @throws Forbidden
 * @throws NotFound when the article does not link there
 */
export async function getEditableLink(actor: Actor, { articleId, linkId }: LinkInArticle) {
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    const link = await tx.outsideLink.findUnique({ where: { id: linkId } })
    if (link === null || !(await isLinkedFrom(tx, articleId, link.url)))
      throw new NotFound('The article does not link there.')
    const seenAt = article.publication?.firstPublishedAt ?? link.lastOkAt ?? link.createdAt
    return { ...link, archiveUrl: archiveAddress(link.url, seenAt) }
  })
}

async function isLinkedFrom(tx: Transaction, articleId: string, url: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Link" WHERE "fromArticleId" = ${articleId}::uuid AND split_part(url, '#', 1) = ${url} LIMIT 1`
  return found.length > 0
}
