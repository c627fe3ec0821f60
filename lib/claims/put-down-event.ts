import type { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Invalid, NotFound } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import { readZonedTime } from '../schedule/zoned-time'
import { readSettings } from '../settings/settings'
import { eventFingerprint } from './event-fingerprint'
import { chooseParty } from './parties'
import { authoriseForReaders } from './reader-rights'
import type { AddEvent, EditEvent, RegisterEvent } from './register-input'
import { removeFilesOf } from './remove-evidence-file'
import { tellReaders } from './settle-readers'
import { lockClaim, settleStanding } from './settle-standing'
import type { ClaimStanding } from './standing'
import { lockClaimOf } from './survivor'

/**
 * Puts down in the register what happened to a claim and no story tells yet. Stories are flagged where it changes the standing.
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when another claim took this one in
 */
export async function putDownEvent(
  actor: Actor,
  { claimId, ...input }: z.output<typeof AddEvent>,
): Promise<{ eventId: string; standing: ClaimStanding }> {
  authorise(actor, 'claim.register')
  if (input.isForReaders) authoriseForReaders(actor)
  const { tags, ...put } = await transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { mergedIntoId: true } })
    if (claim === null) throw new NotFound('This claim does not exist any more.')
    if (claim.mergedIntoId !== null)
      throw new Conflict('This claim was merged into another one meanwhile. Open it again, and put it down there.')
    const known = await readInput(tx, actor, input)
    const eventId = newId()
    const createdById = actor.kind === 'person' ? actor.id : null
    await tx.claimEvent.create({ data: { id: eventId, claimId, ...known, createdAt: now(), createdById } })
    const detail = { eventId, kind: input.kind }
    await recordEvent(tx, actor, { action: 'claim.addEvent', thing: 'claim', thingId: claimId, detail })
    const standing = await settleStanding(tx, claimId, null)
    return { eventId, standing, tags: input.isForReaders ? await tellReaders(tx, [claimId]) : [] }
  })
  purgeLocally(tags)
  return put
}

/**
 * Puts right what the register knows of an event.
 * @throws NotFound, Forbidden, Invalid
 * @throws Conflict when somebody else changed it since
 */
export async function editEvent(
  actor: Actor,
  { eventId, base, ...input }: z.output<typeof EditEvent>,
): Promise<{ standing: ClaimStanding }> {
  authorise(actor, 'claim.register')
  const { tags, standing } = await transaction(async (tx) => {
    const claimId = await lockRegisterEvent(tx, eventId)
    const before = await tx.claimEvent.findUniqueOrThrow({ where: { id: eventId } })
    if (eventFingerprint(before) !== base)
      throw new Conflict('Somebody else changed this event meanwhile. Load the page again to see how it is now.')
    const isForReaders = before.isForReaders || input.isForReaders
    if (isForReaders) authoriseForReaders(actor)
    await tx.claimEvent.update({ where: { id: eventId }, data: await readInput(tx, actor, input) })
    const detail = { eventId, kind: input.kind, formerKind: before.kind }
    await recordEvent(tx, actor, { action: 'claim.editEvent', thing: 'claim', thingId: claimId, detail })
    const standing = await settleStanding(tx, claimId, null)
    return { standing, tags: isForReaders ? await tellReaders(tx, [claimId]) : [] }
  })
  purgeLocally(tags)
  return { standing }
}

/**
 * Takes an event off the register, and its files with it. The claim stays, whatever is left of it.
 * @throws NotFound, Forbidden
 */
export async function dropEvent(actor: Actor, { eventId }: { eventId: string }): Promise<{ standing: ClaimStanding }> {
  authorise(actor, 'claim.register')
  const { tags, standing } = await transaction(async (tx) => {
    const claimId = await lockRegisterEvent(tx, eventId)
    await removeFilesOf(tx, actor, { eventId, claimId })
    const { kind, isForReaders } = await tx.claimEvent.delete({ where: { id: eventId } })
    if (isForReaders) authoriseForReaders(actor)
    await recordEvent(tx, actor, {
      action: 'claim.dropEvent',
      thing: 'claim',
      thingId: claimId,
      detail: { eventId, kind },
    })
    const standing = await settleStanding(tx, claimId, null)
    return { standing, tags: isForReaders ? await tellReaders(tx, [claimId]) : [] }
  })
  purgeLocally(tags)
  return { standing }
}

/** What the words of a story tell is that story's to change. */
async function lockRegisterEvent(tx: Transaction, eventId: string): Promise<string> {
  const claimId = await lockClaimOf(tx, eventId)
  const isTold = await tx.claimEvent.count({ where: { id: eventId, articleId: { not: null } } })
  if (isTold > 0) throw new Invalid('A story tells this. Change it there, beside its words.')
  return claimId
}

async function readInput(tx: Transaction, actor: Actor, input: z.output<typeof RegisterEvent>) {
  const { speaker, saidAt, ...rest } = input
  const said = saidAt === '' ? null : readZonedTime(saidAt, (await readSettings(tx)).timeZone)
  if (saidAt !== '' && said === null) {
    const message = 'Give a day and a time, or neither.'
    throw new Invalid(message, [{ field: 'saidAt', code: 'invalid', message, severity: 'blocking' }])
  }
  // Which of two hours it was when clocks went back, nobody will ask of what was said.
  const at = said === null ? null : said.kind === 'once' ? said.at : said.earlier
  return { ...rest, speakerId: (await chooseParty(tx, actor, speaker)).id, saidAt: at }
}
