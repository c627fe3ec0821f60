import { beforeAll, expect, test } from 'vitest'
import { mergeClaims } from '@/lib/claims/merge-claims'
import type { ClaimEventKind } from '@/lib/claims/standing'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { changeSource } from '@/lib/sources/change-source'
import { createSource } from '@/lib/sources/create-source'
import { eraseSource } from '@/lib/sources/erase-source'
import { getSource } from '@/lib/sources/get-source'
import { listClaimEvents } from '@/lib/sources/list-claim-events'
import { listStamps } from '@/lib/sources/list-stamps'
import { standBehind, stopStandingBehind } from '@/lib/sources/stand-behind'
import { aPerson } from '@/tests/support/newsroom-rows'
import { aSourceInput, changeOf } from './a-source'

let owner: PersonActor
let reporter: PersonActor
let lawyer: PersonActor

beforeAll(async () => {
  owner = await aPerson('EDITOR')
  reporter = await aPerson('REPORTER')
  lawyer = await aPerson('LAWYER')
})

const aSource = async (more: object = {}) => (await createSource(owner, aSourceInput(more))).id

/** A claim with events of these kinds, in the register. */
async function aClaim(...kinds: ClaimEventKind[]): Promise<{ claimId: string; eventIds: string[] }> {
  const [claimId, partyId, createdAt] = [newId(), newId(), new Date()]
  await database().party.create({ data: { id: partyId, kind: 'PERSON', name: `Ines ${partyId}`, createdAt } })
  const claim = { id: claimId, statement: 'The quay will sink', speakerId: partyId, changedAt: createdAt, createdAt }
  await database().claim.create({ data: claim })
  const events = kinds.map((kind) => ({ id: newId(), claimId, kind, speakerId: partyId, quote: 'It sinks', createdAt }))
  await database().claimEvent.createMany({ data: events })
  return { claimId, eventIds: events.map(({ id }) => id) }
}

const wordsOf = async (...claimIds: string[]) =>
  [...(await listStamps(reporter, claimIds)).values()].map((stamps) => stamps.map(({ words }) => words).join(', '))

test('a second independent source changes the stamp; one of the same origin does not', async () => {
  const { claimId, eventIds } = await aClaim('ASSERTED', 'CONFIRMED')
  const [said = '', confirmed = ''] = eventIds
  expect(await wordsOf(claimId)).toEqual(['not verified by us'])
  const first = await aSource()
  await standBehind(owner, { sourceId: first, eventId: said })
  await standBehind(owner, { sourceId: first, eventId: said })
  await standBehind(owner, { sourceId: first, eventId: confirmed })
  expect(await wordsOf(claimId)).toEqual(['single source'])
  const copy = await aSource({ sameOriginAs: first })
  await standBehind(owner, { sourceId: copy, eventId: confirmed })
  expect(await wordsOf(claimId)).toEqual(['single source'])
  expect((await getSource(owner, copy)).inside?.sameOrigin).toMatchObject([{ id: first }])
  const paper = await aSource({ kind: 'DOCUMENT' })
  await standBehind(owner, { sourceId: paper, eventId: said })
  expect(await wordsOf(claimId)).toEqual(['single source, documents seen'])
  // Looked at again, the copy has it from elsewhere.
  await changeSource(owner, await changeOf(owner, copy, { sameOriginAs: null }))
  expect(await wordsOf(claimId)).toEqual(['two independent sources, documents seen'])
  await stopStandingBehind(owner, { sourceId: copy, eventId: confirmed })
  expect(await wordsOf(claimId)).toEqual(['single source, documents seen'])
})

test('who stands behind a denial does not stand behind the claim', async () => {
  const { claimId, eventIds } = await aClaim('ASSERTED', 'DENIED', 'DISPUTED', 'WITHDRAWN')
  const sourceId = await aSource()
  for (const eventId of eventIds.slice(1)) await standBehind(owner, { sourceId, eventId })
  expect(await wordsOf(claimId)).toEqual(['not verified by us'])
  expect((await getSource(owner, sourceId)).claims?.map(({ kind }) => kind).sort()).toEqual([
    'DENIED',
    'DISPUTED',
    'WITHDRAWN',
  ])
})

test('claims are asked for many at once, and a merged one has the stamps of what took it in', async () => {
  const [one, two] = [await aClaim('ASSERTED'), await aClaim('ASSERTED')]
  await standBehind(owner, { sourceId: await aSource(), eventId: one.eventIds[0] ?? '' })
  expect(await wordsOf(one.claimId, two.claimId)).toEqual(['single source', 'not verified by us'])
  await standBehind(owner, { sourceId: await aSource(), eventId: two.eventIds[0] ?? '' })
  await mergeClaims(owner, { id: one.claimId, intoId: two.claimId })
  expect(await wordsOf(one.claimId, two.claimId)).toEqual(['two independent sources', 'two independent sources'])
  expect(await listClaimEvents(reporter, { id: one.claimId })).toHaveLength(2)
  expect(await wordsOf()).toEqual([])
})

test('a confidential source is put behind a claim by those named alone, an open one by everybody who writes', async () => {
  const { eventIds } = await aClaim('ASSERTED')
  const [eventId = ''] = eventIds
  const sealed = await aSource()
  const open = await aSource({ isConfidential: false })
  await expect(standBehind(reporter, { sourceId: sealed, eventId })).rejects.toThrow(Forbidden)
  await standBehind(owner, { sourceId: sealed, eventId })
  await expect(stopStandingBehind(reporter, { sourceId: sealed, eventId })).rejects.toThrow(Forbidden)
  await standBehind(reporter, { sourceId: open, eventId })
  await expect(standBehind(lawyer, { sourceId: open, eventId })).rejects.toThrow(Forbidden)
  await expect(standBehind(owner, { sourceId: open, eventId: newId() })).rejects.toThrow(NotFound)
  expect((await getSource(reporter, sealed)).claims).toBeNull()
  expect((await getSource(reporter, open)).claims).toMatchObject([{ eventId, statement: 'The quay will sink' }])
  // The audit log says that, and not behind which claim: code name and claim together could tell.
  const events = await database().auditEvent.findMany({ where: { thingId: sealed, action: 'source.use' } })
  expect(events.map(({ detail }) => Object.keys(detail as object))).toEqual([['codeName']])
})

test('an event that is taken off takes its sources along', async () => {
  const { claimId, eventIds } = await aClaim('ASSERTED', 'REPEATED')
  const sourceId = await aSource()
  await standBehind(owner, { sourceId, eventId: eventIds[1] ?? '' })
  await database().claimEvent.delete({ where: { id: eventIds[1] ?? '' } })
  expect(await wordsOf(claimId)).toEqual(['not verified by us'])
  expect((await getSource(owner, sourceId)).claims).toEqual([])
})

test('a source is erased by those named on it alone; what it stood behind stays, with the stamps of what is left', async () => {
  const { claimId, eventIds } = await aClaim('ASSERTED')
  const [eventId = ''] = eventIds
  const [gone, left] = [await aSource(), await aSource()]
  for (const sourceId of [gone, left]) await standBehind(owner, { sourceId, eventId })
  expect(await wordsOf(claimId)).toEqual(['two independent sources'])
  const { codeName, version } = await getSource(owner, gone)
  await expect(eraseSource(reporter, { id: gone, base: version })).rejects.toThrow(Forbidden)
  await expect(eraseSource(lawyer, { id: gone, base: version })).rejects.toThrow(Forbidden)
  await expect(eraseSource(owner, { id: gone, base: version + 1 })).rejects.toThrow(Conflict)
  await eraseSource(owner, { id: gone, base: version })
  await expect(getSource(owner, gone)).rejects.toThrow(NotFound)
  expect(await database().sourceReader.count({ where: { sourceId: gone } })).toBe(0)
  expect(await wordsOf(claimId)).toEqual(['single source'])
  const [event] = await database().auditEvent.findMany({ where: { thingId: gone, action: 'source.erase' } })
  expect(event).toMatchObject({ personId: owner.id, detail: { codeName, claims: 1 } })
})
