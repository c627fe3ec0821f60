import { findArticleByPath } from '@/lib/articles/readers'
import { findClaims, type ShownClaim } from '@/lib/claims/readers'
import { database } from '@/lib/db/database'

/** What the box of claims on an article's page shows; nothing where readers do not have the article. */
export async function claimsOnPage(articleId: string): Promise<ShownClaim[]> {
  const address = await database().publication.findUnique({
    where: { articleId },
    select: { slug: true, section: { select: { slug: true } } },
  })
  if (address === null) return []
  const found = await findArticleByPath(address.section.slug, address.slug)
  return found.kind === 'live' ? findClaims(found.claimIds) : []
}
