import type { z } from 'zod'
import { loadArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, NotFound } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { MarkClaim } from './claim-input'
import { chooseParty } from './parties'
import { lockClaim, settleStanding } from './settle-standing'
import type { ClaimStanding } from './standing'
import { statementOf } from './statement'
import { survivorOf } from './survivor'

/**
 * Puts down what the marked words of an article tell: who says so, denies it, says it again. Begins the claim where there is none yet.
 * The mark on the words is the editor's to set. The same sent again, after an answer was lost, makes nothing twice.
 *
 * @throws NotFound, Forbidden
 * @throws Conflict when the id is another event's
 */
export async function markClaim(
  actor: Actor,
  { articleId, ...input }: z.output<typeof MarkClaim> & { articleId: string },
): Promise<{ claimId: string; standing: ClaimStanding }> {
  return transaction(async (tx) => {
    const article = await loadArticle(tx, actor, articleId)
    authorise(actor, 'claim.mark', ownersOf(article))
    const sent = await tx.claimEvent.findUnique({ where: { id: input.eventId }, include: { claim: true } })
    if (sent !== null) {
      if (sent.articleId !== articleId) throw new Conflict('This id belongs to words of another article.')
      return { claimId: sent.claimId, standing: sent.claim.standing }
    }
    const speaker = await chooseParty(tx, actor, input.speaker)
    const against = input.against === null ? null : await chooseParty(tx, actor, input.against)
    const personId = actor.kind === 'person' ? actor.id : null
    const at = now()
    const claimId =
      input.claimId === null
        ? await beginClaim(tx, {
            statement: statementOf(input.words),
            speakerId: speaker.id,
            againstId: against?.id ?? null,
            personId,
            at,
          })
        : await knownClaim(tx, input.claimId, against?.id ?? null)
    await tx.claimEvent.create({
      data: {
        id: input.eventId,
        claimId,
        kind: input.claimId === null && input.kind === 'REPEATED' ? 'ASSERTED' : input.kind,
        speakerId: speaker.id,
        quote: input.words,
        saidAt: input.saidAt === null ? null : new Date(input.saidAt),
        toWhom: input.toWhom,
        place: input.place,
        basis: input.basis,
        evidenceUrl: input.evidenceUrl,
        articleId,
        createdAt: at,
        createdById: personId,
      },
    })
    const standing = await settleStanding(tx, claimId, articleId)
    const detail = { articleId, eventId: input.eventId, kind: input.kind }
    await recordEvent(tx, actor, { action: 'claim.mark', thing: 'claim', thingId: claimId, detail })
    return { claimId, standing }
  })
}

type Beginning = { statement: string; speakerId: string; againstId: string | null; personId: string | null; at: Date }

async function beginClaim(tx: Transaction, { at, personId, ...claim }: Beginning): Promise<string> {
  const id = newId()
  await tx.claim.create({ data: { id, ...claim, changedAt: at, createdAt: at, createdById: personId } })
  return id
}

/** The claim, or the one that took it in. Whom it is against is said once, by whoever knows first. */
async function knownClaim(tx: Transaction, wantedId: string, againstId: string | null): Promise<string> {
  // What was merged is not held on the way: whoever undoes the merge holds both.
  const claimId = (await survivorOf(tx, wantedId)) ?? wantedId
  await lockClaim(tx, claimId)
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { mergedIntoId: true, againstId: true } })
  if (claim === null) throw new NotFound('This claim does not exist any more. Choose another, or begin a new one.')
  if (claim.mergedIntoId !== null) return knownClaim(tx, claim.mergedIntoId, againstId)
  if (claim.againstId === null && againstId !== null)
    await tx.claim.update({ where: { id: claimId }, data: { againstId } })
  return claimId
}
