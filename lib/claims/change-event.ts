import type { z } from 'zod'
import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import type { ChangeEvent } from './claim-input'
import { chooseParty } from './parties'
import { authoriseToldEvent } from './reader-rights'
import { removeFilesOf } from './remove-evidence-file'
import { tellReaders } from './settle-readers'
import { settleStanding } from './settle-standing'
import type { ClaimStanding } from './standing'
import { lockClaimOf } from './survivor'

type Place = { articleId: string; eventId: string }

/**
 * Puts right what is known of an event that the words of this article tell.
 * @throws NotFound, Forbidden
 */
export async function changeEvent(
  actor: Actor,
  { articleId, eventId, ...input }: z.output<typeof ChangeEvent> & Place,
): Promise<{ claimId: string; standing: ClaimStanding }> {
  const { tags, ...changed } = await transaction(async (tx) => {
    const claimId = await lockEvent(tx, actor, { articleId, eventId })
    const speaker = await chooseParty(tx, actor, input.speaker)
    const against = input.against === null ? null : await chooseParty(tx, actor, input.against)
    await tx.claimEvent.update({
      where: { id: eventId },
      data: {
        kind: input.kind,
        speakerId: speaker.id,
        saidAt: input.saidAt === null ? null : new Date(input.saidAt),
        toWhom: input.toWhom,
        place: input.place,
        basis: input.basis,
        evidenceUrl: input.evidenceUrl,
      },
    })
    // Whoever asserts a claim is whose claim it is.
    const isFirst = await tx.claimEvent.count({ where: { claimId, kind: 'ASSERTED', id: { not: eventId } } })
    const speakerId = input.kind === 'ASSERTED' && isFirst === 0 ? { speakerId: speaker.id } : {}
    await tx.claim.update({ where: { id: claimId }, data: { againstId: against?.id ?? null, ...speakerId } })
    const standing = await settleStanding(tx, claimId, articleId)
    const detail = { articleId, eventId, kind: input.kind }
    await recordEvent(tx, actor, { action: 'claim.change', thing: 'claim', thingId: claimId, detail })
    return { claimId, standing, tags: (await isTold(tx, eventId)) ? await tellReaders(tx, [claimId]) : [] }
  })
  purgeLocally(tags)
  return changed
}

/**
 * Takes an event off its claim, and its files with it; a claim that nothing is told of any more goes, too. The words stay in the text; their mark is the
 * editor's to take off.
 * @throws NotFound, Forbidden
 */
export async function removeEvent(actor: Actor, { articleId, eventId }: Place): Promise<void> {
  const tags = await transaction(async (tx) => {
    const claimId = await lockEvent(tx, actor, { articleId, eventId })
    const wasTold = await isTold(tx, eventId)
    await removeFilesOf(tx, actor, { eventId, claimId })
    await tx.claimUse.deleteMany({ where: { eventId } })
    await tx.claimEvent.delete({ where: { id: eventId } })
    await recordEvent(tx, actor, {
      action: 'claim.unmark',
      thing: 'claim',
      thingId: claimId,
      detail: { articleId, eventId },
    })
    if ((await tx.claimEvent.count({ where: { claimId } })) > 0) await settleStanding(tx, claimId, articleId)
    else if ((await tx.claim.count({ where: { mergedIntoId: claimId } })) === 0)
      await tx.claim.delete({ where: { id: claimId } })
    return wasTold ? tellReaders(tx, [claimId]) : []
  })
  purgeLocally(tags)
}

/** Readers have words that tell it. */
async function isTold(tx: Transaction, eventId: string): Promise<boolean> {
  return (await tx.claimUse.count({ where: { eventId, layer: 'PUBLIC' } })) > 0
}

/** The claim of an event that the article tells, held until the transaction ends. */
async function lockEvent(tx: Transaction, actor: Actor, { articleId, eventId }: Place): Promise<string> {
  const article = await loadArticle(tx, actor, articleId)
  authorise(actor, 'claim.mark', ownersOf(article))
  const where = { id: eventId, OR: [{ articleId }, { claim: { uses: { some: { articleId, eventId } } } }] }
  if ((await tx.claimEvent.count({ where })) === 0) throw new NotFound('These words tell nothing of a claim any more.')
  await authoriseToldEvent(tx, actor, eventId, ownersOf(article))
  return lockClaimOf(tx, eventId)
}
