import { loadArticle } from '../articles/load-article'
import { type LinkTarget, listLinkTargets } from '../articles/search-for-link'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import type { LinkNoticeReason } from './raise-link-notices'

/** Something that happened to what an article points at, until somebody has looked. `createdAt` is ISO 8601. */
export type LinkNotice = { id: string; reason: LinkNoticeReason; createdAt: string; target: LinkTarget }

/** What is open for an article, the newest first. @throws NotFound */
export async function listLinkNotices(actor: Actor, articleId: string): Promise<LinkNotice[]> {
  const article = await loadArticle(database(), actor, articleId)
  const rows = await database().linkNotice.findMany({
    where: { articleId: article.id, clearedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, reason: true, createdAt: true, targetId: true },
    take: 100,
  })
  const targets = await listLinkTargets(actor, [...new Set(rows.map(({ targetId }) => targetId))])
  const byId = new Map(targets.map((target) => [target.id, target]))
  return rows.flatMap(({ targetId, createdAt, ...row }) => {
    const target = byId.get(targetId)
    return target === undefined ? [] : { ...row, createdAt: createdAt.toISOString(), target }
  })
}
