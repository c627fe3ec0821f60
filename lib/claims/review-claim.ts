import type { z } from 'zod'
import { findByUrl } from '../articles/find-by-url'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Invalid, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import type { ReviewInput } from './claim-review'
import { tellReaders } from './settle-readers'
import { lockClaim } from './settle-standing'

/**
 * Puts down what the paper found of a claim itself. Readers are told while the article that explains it is public.
 * @throws NotFound, Forbidden
 * @throws Invalid when the explanation is no article of ours
 * @throws Conflict when somebody else changed it since
 */
export async function reviewClaim(
  actor: Actor,
  { claimId, base, rating, verdict, explanation, reviewedOn }: z.output<typeof ReviewInput>,
): Promise<void> {
  authorise(actor, 'claim.readers')
  const article = await findByUrl(actor, explanation, null)
  if (article === null) {
    const message = 'This is no address of an article of ours.'
    throw new Invalid(message, [{ field: 'explanation', code: 'not-ours', message, severity: 'blocking' }])
  }
  const tags = await transaction(async (tx) => {
    await lockReview(tx, claimId, base)
    const changedById = actor.kind === 'person' ? actor.id : null
    const found = { rating, verdict, articleId: article.id, reviewedOn: new Date(`${reviewedOn}T00:00:00Z`) }
    const data = { ...found, changedAt: now(), changedById }
    await tx.claimReview.upsert({ where: { claimId }, create: { claimId, ...data }, update: data })
    await recordEvent(tx, actor, { action: 'claim.review', thing: 'claim', thingId: claimId, detail: { rating } })
    return tellReaders(tx, [claimId])
  })
  purgeLocally(tags)
}

/**
 * Takes back what the paper found.
 * @throws NotFound, Forbidden
 * @throws Conflict when somebody else changed it since
 */
export async function dropReview(actor: Actor, { claimId, base }: { claimId: string; base: string }): Promise<void> {
  authorise(actor, 'claim.readers')
  const tags = await transaction(async (tx) => {
    await lockReview(tx, claimId, base)
    await tx.claimReview.deleteMany({ where: { claimId } })
    await recordEvent(tx, actor, { action: 'claim.dropReview', thing: 'claim', thingId: claimId })
    return tellReaders(tx, [claimId])
  })
  purgeLocally(tags)
}

async function lockReview(tx: Transaction, claimId: string, base: string): Promise<void> {
  await lockClaim(tx, claimId)
  const claim = await tx.claim.findUnique({ where: { id: claimId }, include: { review: true } })
  if (claim === null) throw new NotFound('This claim does not exist any more.')
  if (claim.mergedIntoId !== null) throw new Conflict('This claim was merged into another one meanwhile.')
  if ((claim.review?.changedAt.toISOString() ?? '') !== base)
    throw new Conflict('Somebody else changed what we found meanwhile. Load the page again to see it.')
}
