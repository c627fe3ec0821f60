import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import { authoriseNamed, type LoadedSource, lockSource } from './load-source'
import { stampTags } from './stamp-tags'

type Use = { sourceId: string; eventId: string }
/** `articleId`: the article beside which it was said, where that is asked: of another one the event is not found. */
type UseIn = Use & { articleId?: string }

/**
 * Says that a source stands behind what happened to a claim. Twice is once. The audit log has the source and not the claim: together they
 * could tell who it is.
 * @throws NotFound, Forbidden
 */
export async function standBehind(actor: Actor, { sourceId, eventId, articleId }: UseIn): Promise<void> {
  const tags = await transaction(async (tx) => {
    const source = await lockUsable(tx, actor, sourceId)
    const event = await tx.claimEvent.findUnique({ where: { id: eventId }, select: { claimId: true, articleId: true } })
    if (event === null || (articleId !== undefined && event.articleId !== articleId))
      throw new NotFound('This is not on the register of claims any more.')
    const made = await tx.sourceUse.createMany({ data: { sourceId, eventId, addedAt: now() }, skipDuplicates: true })
    if (made.count === 0) return []
    await record(tx, actor, source, 'source.use')
    return stampTags(tx, [event.claimId])
  })
  purgeLocally(tags)
}

/**
 * Takes a source from behind what happened to a claim. What is gone already is gone.
 * @throws NotFound, Forbidden
 */
export async function stopStandingBehind(actor: Actor, { sourceId, eventId }: Use): Promise<void> {
  const tags = await transaction(async (tx) => {
    const source = await lockUsable(tx, actor, sourceId)
    const event = await tx.claimEvent.findUnique({ where: { id: eventId }, select: { claimId: true } })
    const { count } = await tx.sourceUse.deleteMany({ where: { sourceId, eventId } })
    if (count === 0 || event === null) return []
    await record(tx, actor, source, 'source.stopUse')
    return stampTags(tx, [event.claimId])
  })
  purgeLocally(tags)
}

/** A confidential source is for those named on it to use; any other for everybody who writes. */
async function lockUsable(tx: Transaction, actor: Actor, sourceId: string): Promise<LoadedSource> {
  const source = await lockSource(tx, sourceId)
  if (source.isConfidential) authoriseNamed(actor, 'source.use', source)
  else authorise(actor, 'source.use')
  return source
}

async function record(tx: Transaction, actor: Actor, { id, codeName }: LoadedSource, action: string): Promise<void> {
  await recordEvent(tx, actor, { action, thing: 'source', thingId: id, detail: { codeName } })
}
