import { database } from '@/lib/db/database'
import type { SampleArticle } from './article'

const HOUR = 3_600_000

/** Spreads the newsroom over the last weeks: everything was made a moment ago, and readers would see one date. */
export async function backdate(articleId: string, article: SampleArticle, at: Date): Promise<void> {
  const isOut = article.state === 'PUBLISHED' || article.state === 'UNPUBLISHED'
  const createdAt = new Date(at.getTime() - 5 * HOUR)
  const editedAt = new Date(at.getTime() + hoursUntilLastEdit(article) * HOUR)
  const { publication, publicationTopic, publicationByline, draft, step, revision } = database()
  const where = { articleId }
  // What readers were told of it since, they were told today.
  const isCorrected = article.state === 'PUBLISHED' && article.correction !== undefined
  await publication.updateMany({ where, data: { firstPublishedAt: at, ...(isCorrected ? {} : { updatedAt: at }) } })
  await publicationTopic.updateMany({ where, data: { firstPublishedAt: at } })
  await publicationByline.updateMany({ where, data: { firstPublishedAt: at } })
  await draft.updateMany({ where, data: { updatedAt: editedAt } })
  await step.updateMany({ where: { articleId, version: 1 }, data: { createdAt } })
  await step.updateMany({ where: { articleId, version: { gt: 1 } }, data: { createdAt: editedAt } })
  await revision.updateMany({ where: { articleId, reason: 'STARTED' }, data: { createdAt } })
  await revision.updateMany({ where: { articleId, reason: { not: 'STARTED' } }, data: { createdAt: at } })
  await database().article.update({
    where: { id: articleId },
    data: {
      createdAt,
      editedAt,
      ...(isOut ? { firstPublishedAt: at } : {}),
      ...(article.state === 'UNPUBLISHED'
        ? { unpublishedAt: new Date(at.getTime() + article.hoursPublic * HOUR) }
        : {}),
    },
  })
}

function hoursUntilLastEdit(article: SampleArticle): number {
  if (article.state === 'PUBLISHED') return article.changes === undefined ? -0.2 : 20
  return article.state === 'UNPUBLISHED' ? -0.2 : 0
}
