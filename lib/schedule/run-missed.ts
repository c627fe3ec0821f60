import { z } from 'zod'
import { lockArticle } from '../articles/load-article'
import { putBeforeReaders, refusingTakenAddress } from '../articles/publish-article'
import { takeFromReaders } from '../articles/unpublish-article'
import { waitingCorrection } from '../corrections/waiting-correction'
import { transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { isId } from '../document/addresses'
import { Conflict } from '../errors'
import { nudgeHub } from '../jobs/nudge-hub'
import { nudgeMail } from '../jobs/nudge-mail'
import type { Actor } from '../policy/actor'
import { purgeLocally } from '../reader-cache/purge'
import { scheduledMetadata } from './run-due'

export const RunMissed = z.strictObject({
  articleId: z.string().refine(isId, 'This is not an id.'),
  what: z.enum(['publication', 'unpublishing']),
})

/**
 * Has what did not happen at its time happen now, in the name of the person who presses: just what was scheduled, the version that was
 * approved included.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when it has happened meanwhile, was called off, or somebody chose a later time
 * @throws Invalid with what stands in the way still
 */
export async function runMissed(
  actor: Actor,
  { articleId, what }: z.infer<typeof RunMissed>,
): Promise<{ path: string | null }> {
  const { tags, path } = await refusingTakenAddress(() =>
    transaction(async (tx): Promise<{ tags: string[]; path: string | null }> => {
      const article = await lockArticle(tx, actor, articleId)
      const dueAt = what === 'publication' ? article.publishAt : article.unpublishAt
      if (dueAt === null) throw new Conflict('Nothing waits here any more: it has happened, or was called off.')
      if (dueAt > (await databaseTime(tx))) throw new Conflict('Somebody chose a later time meanwhile.')
      if (what === 'unpublishing') {
        const reason = article.unpublishAtReason ?? ''
        return { tags: await takeFromReaders(tx, actor, article, { reason }), path: null }
      }
      if (article.publishVersion === null) throw new Conflict('Nobody said which version was to go out.')
      return putBeforeReaders(tx, actor, article, {
        version: article.publishVersion,
        metadata: await scheduledMetadata(tx, article),
        overrideReason: article.publishOverride ?? undefined,
        overridable: article.publishOverridden,
        correction: waitingCorrection(article) ?? undefined,
      })
    }),
  )
  purgeLocally(tags, path === null ? [] : [path])
  await nudgeMail()
  await nudgeHub()
  return { path }
}
