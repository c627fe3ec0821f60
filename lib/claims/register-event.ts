import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { NotFound } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { ChangeEvent, Words } from './claim-input'
import { chooseParty } from './parties'
import { lockClaim, settleStanding } from './settle-standing'

export const RegisterEvent = ChangeEvent.omit({ against: true }).extend({
  claimId: z.uuid('This is not an id.'),
  quote: Words.refine((words) => words !== '', 'Write what was said.'),
})

/**
 * Puts down something that was said of a claim and that no story tells yet: a denial that came by mail, a judgment. Every story that
 * tells of the claim is flagged where its standing changes.
 * @throws NotFound, Forbidden
 */
export async function registerEvent(
  actor: Actor,
  { claimId, ...input }: z.output<typeof RegisterEvent>,
): Promise<void> {
  authorise(actor, 'claim.register')
  await transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { mergedIntoId: true } })
    if (claim === null || claim.mergedIntoId !== null) throw new NotFound('This claim does not exist any more.')
    const speaker = await chooseParty(tx, actor, input.speaker)
    const id = newId()
    await tx.claimEvent.create({
      data: {
        id,
        claimId,
        kind: input.kind,
        speakerId: speaker.id,
        quote: input.quote,
        saidAt: input.saidAt === null ? null : new Date(input.saidAt),
        toWhom: input.toWhom,
        place: input.place,
        basis: input.basis,
        evidenceUrl: input.evidenceUrl,
        createdAt: now(),
        createdById: actor.kind === 'person' ? actor.id : null,
      },
    })
    await settleStanding(tx, claimId, null)
    const detail = { eventId: id, kind: input.kind }
    await recordEvent(tx, actor, { action: 'claim.register', thing: 'claim', thingId: claimId, detail })
  })
}

/**
 * Takes something off the register that was put down there; what a story tells is taken off in the story.
 * @throws NotFound, Forbidden
 */
export async function unregisterEvent(actor: Actor, { eventId }: { eventId: string }): Promise<void> {
  authorise(actor, 'claim.register')
  await transaction(async (tx) => {
    const event = await tx.claimEvent.findFirst({ where: { id: eventId, articleId: null }, select: { claimId: true } })
    if (event === null) throw new NotFound('This does not stand in the register any more.')
    await lockClaim(tx, event.claimId)
    await tx.claimUse.deleteMany({ where: { eventId } })
    await tx.claimEvent.deleteMany({ where: { id: eventId } })
    await settleStanding(tx, event.claimId, null)
    const detail = { eventId }
    await recordEvent(tx, actor, { action: 'claim.unregister', thing: 'claim', thingId: event.claimId, detail })
  })
}
