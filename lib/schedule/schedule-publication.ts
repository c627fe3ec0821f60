import { z } from 'zod'
import { cutRevision } from '../articles/cut-revision'
import { documentAt } from '../articles/document-at'
import { metadataOf } from '../articles/edition-metadata'
import { assertNotHeld } from '../articles/holds'
import { lockArticle, lockDraft, ownersOf } from '../articles/load-article'
import { refuseUnready } from '../articles/refuse-unready'
import { stateAfter } from '../articles/state'
import { recordEvent } from '../audit'
import { CorrectionInput } from '../corrections/correction-input'
import { assertMayCorrect } from '../corrections/may-correct'
import { Prisma, transaction } from '../db/database'
import { databaseTime } from '../db/database-time'
import { titlesOf } from '../document/document'
import { forReaders } from '../document/for-readers'
import { Conflict, Forbidden, Invalid } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { instantOf, TimeInput } from './time-input'

export const SchedulePublication = z.strictObject({
  time: TimeInput,
  /** The version that the person saw: what goes out, whatever is typed until then. */
  version: z.int().min(0),
  overrideReason: z.string().max(2000).optional(),
  /** The note that readers get with it. */
  correction: CorrectionInput.optional(),
  /** What the person saw it to be: the article, or changes to what readers have. Who puts off what went out a second ago is told so. */
  of: z.enum(['article', 'changes']).optional(),
})

/**
 * Has an article, or the changes to it, go out at a time: the version that the person saw, with the fields as they are now. What is
 * edited later waits. The checklist is gone through now, and again then.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when the article cannot be scheduled where it stands, went out meanwhile, or the version is not saved yet
 * @throws Invalid with the checklist; when the time has passed, does not exist, or comes twice
 */
export async function schedulePublication(
  actor: Actor,
  {
    articleId,
    time,
    version,
    overrideReason,
    correction,
    of,
  }: { articleId: string } & z.infer<typeof SchedulePublication>,
): Promise<{ at: Date }> {
  const publishAt = instantOf(time)
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, 'article.publish', ownersOf(article))
    assertNotHeld(actor, article)
    if (actor.kind !== 'person') throw new Forbidden('Only a person schedules.')
    if (correction !== undefined) assertMayCorrect(actor, article, correction)
    if (of === 'article' && article.state === 'PUBLISHED')
      throw new Conflict('It has gone out meanwhile: readers have it. Nothing was put off.')
    if (of === 'changes' && article.state !== 'PUBLISHED')
      throw new Conflict('Readers do not have it any more: there is nothing to change for them.')
    const after = stateAfter(article.state === 'PUBLISHED' ? 'scheduleChanges' : 'schedule', article)
    const at = await databaseTime(tx)
    if (publishAt <= at) throw wrongTime('This time has passed. Publish it now, or choose a later time.')
    if (article.unpublishAt !== null && article.unpublishAt <= publishAt)
      throw wrongTime('It is to be taken from readers before that.')
    const draft = await lockDraft(tx, articleId)
    const document = await documentAt(tx, articleId, draft, version)
    const { passedOver } = await refuseUnready(
      tx,
      actor,
      { article, document, at: publishAt },
      { overrideReason, refusal: 'This article is not ready to be scheduled.' },
    )
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...after,
        ...(after.state === article.state ? {} : { stateChangedAt: at, stateChangedById: actor.id }),
        publishAt,
        publishZone: time.zone,
        publishVersion: version,
        publishMetadata: metadataOf(article, titlesOf(forReaders(document))),
        publishOverride: passedOver.overrideReason ?? null,
        publishOverridden: passedOver.overridden ?? [],
        publishCorrection: correction ?? Prisma.DbNull,
        scheduledById: actor.id,
        scheduledAt: at,
        scheduleFailure: null,
        scheduleAlarmedAt: null,
      },
    })
    // Steps are folded away after a month: this version has to be there whenever its time comes.
    await cutRevision(tx, actor, { articleId, version, document, reason: 'SCHEDULED' })
    await recordEvent(tx, actor, {
      action: 'article.schedule',
      thing: 'article',
      thingId: articleId,
      detail: {
        at: publishAt.toISOString(),
        zone: time.zone,
        version,
        ...(correction === undefined ? {} : { correction }),
        ...passedOver,
      },
    })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return { at: publishAt }
  })
}

function wrongTime(message: string): Invalid {
  return new Invalid(message, [{ field: 'time', code: 'time', message, severity: 'blocking' }])
}
