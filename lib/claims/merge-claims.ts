import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Transaction, transaction } from '../db/database'
import { Conflict, Invalid, NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { purgeLocally } from '../reader-cache/purge'
import { tellReaders } from './settle-readers'
import { settleStanding } from './settle-standing'
import { type ClaimStanding, standingAfter } from './standing'
import { familyOf, lockClaims, survivorOf } from './survivor'

/**
 * One claim takes in another that says the same: its events and the stories that tell them. The other stays as an empty row that
 * leads there, so that it can come back: docs/decisions/0031-claims-merge.md. Stories are flagged where the standing changed for them.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when both are one
 * @throws Conflict when one of them was merged meanwhile
 */
export async function mergeClaims(actor: Actor, { id, intoId }: { id: string; intoId: string }): Promise<void> {
  authorise(actor, 'claim.merge')
  if (id === intoId) throw new Invalid('Choose another claim: this is the same one.')
  const tags = await transaction(async (tx) => {
    await lockClaims(tx, [id, intoId])
    const before = await standingsOf(tx, id, intoId)
    await moveEvents(tx, { from: id, into: intoId })
    await tx.claim.update({ where: { id }, data: { mergedIntoId: intoId } })
    const standing = await settleStanding(tx, intoId, null)
    await moveNotices(tx, { from: id, into: intoId, standing })
    await flag(tx, { claimId: intoId, usesOf: id, former: before, standing })
    await tx.claimUse.updateMany({ where: { claimId: id }, data: { claimId: intoId } })
    await recordEvent(tx, actor, { action: 'claim.merge', thing: 'claim', thingId: intoId, detail: { mergedId: id } })
    return tellReaders(tx, [id, intoId])
  })
  purgeLocally(tags)
}

/**
 * Takes a merge back: the claim has its events again, and the stories that tell them. What was put down since stays with the one
 * that had taken it in. What the claim itself had taken in before stays part of it.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when it is not merged any more
 */
export async function undoMerge(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(actor, 'claim.merge')
  const tags = await transaction(async (tx) => {
    const intoId = await lockWithSurvivor(tx, id)
    const { standing: former } = await tx.claim.findUniqueOrThrow({ where: { id: intoId }, select: { standing: true } })
    const family = await familyOf(tx, id)
    await holdEvents(tx, intoId)
    const back = { claimId: intoId, formerClaimId: { in: family } }
    const events = (await tx.claimEvent.findMany({ where: back, select: { id: true } })).map((event) => event.id)
    await tx.claimEvent.updateMany({ where: { id: { in: events } }, data: { claimId: id } })
    await tx.claimEvent.updateMany({ where: { claimId: id, formerClaimId: id }, data: { formerClaimId: null } })
    await tx.claimUse.updateMany({ where: { claimId: intoId, eventId: { in: events } }, data: { claimId: id } })
    await tx.claim.update({ where: { id }, data: { mergedIntoId: null } })
    const standing = await settleAlone(tx, id)
    await takeNoticesBack(tx, { from: intoId, into: id, standing })
    await flag(tx, { claimId: id, usesOf: id, former, standing })
    await settleStanding(tx, intoId, null)
    await recordEvent(tx, actor, { action: 'claim.undoMerge', thing: 'claim', thingId: id, detail: { fromId: intoId } })
    return tellReaders(tx, [...family, intoId])
  })
  purgeLocally(tags)
}

/** The standing of the one that vanishes. */
async function standingsOf(tx: Transaction, id: string, intoId: string): Promise<ClaimStanding> {
  const claims = await tx.claim.findMany({ where: { id: { in: [id, intoId] } } })
  const from = claims.find((claim) => claim.id === id)
  if (from === undefined || claims.length < 2) throw new NotFound('One of the two does not exist any more.')
  if (claims.some(({ mergedIntoId }) => mergedIntoId !== null))
    throw new Conflict('One of the two was merged meanwhile. Load the page again and look.')
  return from.standing
}

/** Both, held; what was merged further or taken back while we waited is looked up again. */
async function lockWithSurvivor(tx: Transaction, id: string): Promise<string> {
  const intoId = await survivorOf(tx, id)
  if (intoId === null) throw new NotFound('This claim does not exist any more.')
  await lockClaims(tx, [id, intoId])
  if ((await survivorOf(tx, id)) !== intoId) throw new Conflict('Somebody merged these claims meanwhile. Try again.')
  if (intoId === id) throw new Conflict('This merge was taken back already.')
  return intoId
}

type Move = { from: string; into: string }

/** An event says for ever which claim it was put down for; what came by an earlier merge says so already. */
async function moveEvents(tx: Transaction, { from, into }: Move): Promise<void> {
  await holdEvents(tx, from)
  await tx.claimEvent.updateMany({ where: { claimId: from, formerClaimId: null }, data: { formerClaimId: from } })
  await tx.claimEvent.updateMany({ where: { claimId: from }, data: { claimId: into } })
}

/** Articles that are being saved with them are saved first, or wait: deriveClaimUses. */
async function holdEvents(tx: Transaction, claimId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "ClaimEvent" WHERE "claimId" = ${claimId}::uuid ORDER BY id FOR UPDATE`
}

type NoticesMove = Move & { standing: ClaimStanding }

/** What is open and undecided goes along. Of a story that told of both, the notice of the one that stays is the one that stays. */
async function moveNotices(tx: Transaction, { from, into, standing }: NoticesMove): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "ClaimNotice" n WHERE "claimId" = ${from}::uuid AND "decidedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "ClaimNotice" o
      WHERE o."claimId" = ${into}::uuid AND o."articleId" = n."articleId" AND o."decidedAt" IS NULL)`
  await tx.claimNotice.updateMany({ where: { claimId: from, decidedAt: null }, data: { claimId: into, standing } })
}

/** Notices of stories that tell only of the one that comes back go with it. */
async function takeNoticesBack(tx: Transaction, { from, into, standing }: NoticesMove): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ClaimNotice" n SET "claimId" = ${into}::uuid, standing = ${standing}::"ClaimStanding"
    WHERE "claimId" = ${from}::uuid AND "decidedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "ClaimUse" u WHERE u."articleId" = n."articleId" AND u."claimId" = ${into}::uuid)
      AND NOT EXISTS (SELECT 1 FROM "ClaimUse" u WHERE u."articleId" = n."articleId" AND u."claimId" = ${from}::uuid)`
}

type Flag = { claimId: string; usesOf: string; former: ClaimStanding; standing: ClaimStanding }

/** Tells the stories that tell events of `usesOf` that what they tell of stands otherwise than it did. */
async function flag(tx: Transaction, { claimId, usesOf, former, standing }: Flag): Promise<void> {
  if (former === standing) return dropSettled(tx, claimId, standing)
  await tx.$executeRaw`
    INSERT INTO "ClaimNotice" (id, "claimId", "articleId", "formerStanding", standing, sentence, "raisedAt")
    SELECT gen_random_uuid(), ${claimId}::uuid, "articleId", ${former}::"ClaimStanding", ${standing}::"ClaimStanding",
           (array_agg(sentence ORDER BY layer DESC, position))[1], ${now()}
    FROM "ClaimUse" WHERE "claimId" = ${usesOf}::uuid GROUP BY "articleId"
    ON CONFLICT ("articleId", "claimId") WHERE "decidedAt" IS NULL DO UPDATE SET standing = EXCLUDED.standing`
  await dropSettled(tx, claimId, standing)
}

/** What is back where it was when the story was written needs nobody's look. */
async function dropSettled(tx: Transaction, claimId: string, standing: ClaimStanding): Promise<void> {
  await tx.claimNotice.deleteMany({ where: { claimId, decidedAt: null, formerStanding: standing, standing } })
}

/** The standing of what comes back follows from its events; it flags nobody by itself, for its stories knew another standing. */
async function settleAlone(tx: Transaction, id: string): Promise<ClaimStanding> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id }, include: { events: true } })
  const standing = standingAfter(claim.events)
  if (standing !== claim.standing) await tx.claim.update({ where: { id }, data: { standing, changedAt: now() } })
  return standing
}
