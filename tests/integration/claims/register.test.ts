import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { correctStatement } from '@/lib/claims/correct-statement'
import { decideNotice } from '@/lib/claims/decide-notice'
import { getClaim } from '@/lib/claims/get-claim'
import { countChangedStories, listChangedStories, listClaimStories } from '@/lib/claims/list-claim-stories'
import { listClaims } from '@/lib/claims/list-claims'
import { markClaim } from '@/lib/claims/mark-claim'
import { mergeClaims, undoMerge } from '@/lib/claims/merge-claims'
import { dropEvent, editEvent, putDownEvent } from '@/lib/claims/put-down-event'
import { AddEvent } from '@/lib/claims/register-input'
import type { ClaimEventKind } from '@/lib/claims/standing'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor
let lawyer: PersonActor

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Edda Editor')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
  lawyer = await aPerson('LAWYER', 'Lena Lawyer')
})
beforeEach(async () => {
  await database().claim.deleteMany()
})

/** A story of the editor's that tells a claim in its draft, marked as the editor marks. */
async function aStory(
  words: string,
  claimId: string | null = null,
  kind: ClaimEventKind = 'ASSERTED',
  speaker = 'Ines Moor',
): Promise<{ articleId: string; claimId: string; eventId: string }> {
  const eventId = newId()
  const marked = schema.nodes.paragraph.create(null, [
    schema.text(words, [schema.marks.claim.create({ eventId })]),
    schema.text(', she said.'),
  ])
  const articleId = await anArticle(editor, { document: aDocument(`About it ${eventId.slice(-6)}`, marked) })
  const made = await markClaim(editor, {
    ...{ articleId, eventId, claimId, kind, words, against: null, saidAt: null, toWhom: '', place: '' },
    ...{ speaker: { name: speaker, kind: 'PERSON' as const }, basis: null, evidenceUrl: '' },
  })
  const use = { articleId, layer: 'DRAFT' as const, eventId, claimId: made.claimId, words }
  await database().claimUse.create({ data: { ...use, sentence: `${words}, she said.`, position: 0 } })
  return { articleId, claimId: made.claimId, eventId }
}

const input = (claimId: string, kind: ClaimEventKind, more: object = {}) =>
  AddEvent.parse({ claimId, kind, speaker: { name: 'City Hall', kind: 'ORGANISATION' }, ...more })
const standingOf = async (id: string) => (await database().claim.findUniqueOrThrow({ where: { id } })).standing
const openNotices = (articleId: string) => database().claimNotice.findMany({ where: { articleId, decidedAt: null } })
async function kept(id: string) {
  const found = await getClaim(editor, id)
  if (found.kind !== 'claim') throw new Error('It was merged')
  return found.claim
}

describe('The register', () => {
  test('finds claims by words, by who spoke, by standing and by age, newest change first', async () => {
    const bridge = await aStory('The old bridge is unsafe for lorries')
    const water = await aStory('The water tastes of iron', null, 'ASSERTED', 'Óscar Vell')
    await putDownEvent(editor, input(water.claimId, 'DENIED'))
    const ids = async (query: object) => (await listClaims(reporter, query as never)).claims.map(({ id }) => id)
    expect(await ids({})).toEqual([water.claimId, bridge.claimId])
    expect(await ids({ q: 'lorry' })).toEqual([bridge.claimId])
    expect(await ids({ q: 'tastes of iro' })).toEqual([water.claimId])
    expect(await ids({ q: '100%' })).toEqual([])
    expect(await ids({ who: 'oscar' })).toEqual([water.claimId])
    expect(await ids({ who: 'city hall' })).toEqual([water.claimId])
    expect(await ids({ standing: 'DENIED' })).toEqual([water.claimId])
    expect(await ids({ age: 'older' })).toEqual([])
    await database().claim.update({ where: { id: bridge.claimId }, data: { changedAt: new Date(Date.now() - 9e8) } })
    expect(await ids({ age: 'week' })).toEqual([water.claimId])
    expect(await ids({ age: 'month' })).toEqual([water.claimId, bridge.claimId])
    const first = await listClaims(reporter, { limit: 1 } as never)
    expect(first.claims[0]).toMatchObject({ speaker: 'Óscar Vell', stories: 1, standing: 'DENIED' })
    expect(await ids({ cursor: first.nextCursor })).toEqual([bridge.claimId])
    await expect(listClaims(reporter, { cursor: 'x' } as never)).rejects.toThrow(Invalid)
  })

  test('a denial put down in the register flags every story, and the decision takes it off the list', async () => {
    const story = await aStory('The fire was set')
    const { standing } = await putDownEvent(reporter, input(story.claimId, 'DENIED', { saidAt: '2026-11-02T09:00' }))
    expect(standing).toBe('DENIED')
    const { stories } = await listChangedStories(editor, { claimId: story.claimId })
    expect(stories).toMatchObject([
      { articleId: story.articleId, formerStanding: 'ASSERTED', standing: 'DENIED', mayDecide: true },
    ])
    expect((await listChangedStories(reporter, {})).stories[0]).toMatchObject({ mayDecide: false })
    expect((await listChangedStories(editor, { deskId: newId() })).stories).toEqual([])
    const [notice] = stories
    await decideNotice(editor, { articleId: story.articleId, noticeId: notice?.noticeId ?? '', decision: 'UPDATE' })
    expect(await countChangedStories(editor)).toBe(0)
  })

  test('its events are edited and taken off, with standings that follow; what a story tells is left to the story', async () => {
    const story = await aStory('The pool will close')
    const { eventId } = await putDownEvent(reporter, input(story.claimId, 'DENIED', { quote: 'Not true.' }))
    const seen = (await kept(story.claimId)).events.find(({ id }) => id === eventId)
    const { claimId: _, ...known } = input(story.claimId, 'CONFIRMED')
    await editEvent(reporter, { ...known, eventId, base: seen?.fingerprint ?? '' })
    expect(await standingOf(story.claimId)).toBe('CONFIRMED')
    await expect(editEvent(reporter, { ...known, eventId, base: seen?.fingerprint ?? '' })).rejects.toThrow(Conflict)
    await dropEvent(reporter, { eventId })
    expect(await standingOf(story.claimId)).toBe('ASSERTED')
    expect(await openNotices(story.articleId)).toEqual([])
    await expect(dropEvent(editor, { eventId: story.eventId })).rejects.toThrow(Invalid)
    await expect(dropEvent(editor, { eventId })).rejects.toThrow(NotFound)
  })

  test('a lawyer reads it and changes nothing; a reporter merges nothing', async () => {
    const one = await aStory('The mayor knew')
    const two = await aStory('The mayor was told')
    await expect(putDownEvent(lawyer, input(one.claimId, 'DENIED'))).rejects.toThrow(Forbidden)
    const statement = { claimId: one.claimId, base: 'The mayor knew', statement: 'She knew' }
    await expect(correctStatement(lawyer, statement)).rejects.toThrow(Forbidden)
    await expect(mergeClaims(reporter, { id: one.claimId, intoId: two.claimId })).rejects.toThrow(Forbidden)
    await expect(undoMerge(reporter, { id: one.claimId })).rejects.toThrow(Forbidden)
    await correctStatement(reporter, statement)
    await expect(correctStatement(reporter, statement)).rejects.toThrow('Somebody else made it “She knew” meanwhile.')
    expect(await kept(one.claimId)).toMatchObject({ statement: 'She knew' })
  })

  test('the audit log holds ids and kinds, never words', async () => {
    const { claimId } = await aStory('The canary sings')
    await putDownEvent(editor, input(claimId, 'DENIED', { quote: 'A canary never sings' }))
    await correctStatement(editor, { claimId, base: 'The canary sings', statement: 'The canary sang' })
    const events = await database().auditEvent.findMany({ where: { thingId: claimId } })
    expect(events.map(({ action }) => action)).toContain('claim.addEvent')
    expect(JSON.stringify(events)).not.toContain('canary')
  })
})

/** All that a merge may move, as it stands. */
async function state() {
  const [claims, events, uses, notices] = await Promise.all([
    database().claim.findMany({ orderBy: { id: 'asc' }, omit: { changedAt: true } }),
    database().claimEvent.findMany({ orderBy: { id: 'asc' } }),
    database().claimUse.findMany({ orderBy: { eventId: 'asc' } }),
    database().claimNotice.findMany({ orderBy: { articleId: 'asc' }, omit: { raisedAt: true, id: true } }),
  ])
  return { claims, events, uses, notices }
}

describe('A merge', () => {
  test('moves events and stories, flags those for whom the standing changed, and is taken back exactly', async () => {
    const one = await aStory('The dam leaks')
    const two = await aStory('The dam is leaking')
    await putDownEvent(editor, input(two.claimId, 'DENIED'))
    await aStory('No, it does not leak', two.claimId, 'DENIED')
    const before = await state()
    await mergeClaims(editor, { id: one.claimId, intoId: two.claimId })
    expect(await getClaim(editor, one.claimId)).toEqual({ kind: 'merged', intoId: two.claimId })
    expect((await listClaims(editor, {} as never)).claims.map(({ id }) => id)).toEqual([two.claimId])
    expect((await kept(two.claimId)).events).toHaveLength(4)
    expect((await listClaimStories(editor, two.claimId)).total).toBe(3)
    expect(await openNotices(one.articleId)).toMatchObject([
      { claimId: two.claimId, formerStanding: 'ASSERTED', standing: 'DENIED' },
    ])
    await undoMerge(editor, { id: one.claimId })
    expect(await state()).toEqual(before)
    await expect(undoMerge(editor, { id: one.claimId })).rejects.toThrow(Conflict)
  })

  test('leaves what was put down since with the one that stays', async () => {
    const one = await aStory('Rents doubled')
    const two = await aStory('Rents are twice as high')
    await mergeClaims(editor, { id: one.claimId, intoId: two.claimId })
    const { eventId } = await putDownEvent(editor, input(two.claimId, 'DENIED'))
    await expect(putDownEvent(editor, input(one.claimId, 'DENIED'))).rejects.toThrow(Conflict)
    // Marked words that name the vanished claim tell of the one that took it in.
    const later = await aStory('Rents doubled', one.claimId, 'REPEATED')
    expect(later.claimId).toBe(two.claimId)
    await undoMerge(editor, { id: one.claimId })
    expect((await kept(one.claimId)).events.map(({ id }) => id)).toEqual([one.eventId])
    expect((await kept(two.claimId)).events.map(({ id }) => id)).toEqual([two.eventId, eventId, later.eventId])
    expect([await standingOf(one.claimId), await standingOf(two.claimId)]).toEqual(['ASSERTED', 'DENIED_REPEATED'])
  })

  test('of a claim that took others in moves these too, and each can be taken back in any order', async () => {
    const stories = [
      await aStory('A toll is planned'),
      await aStory('There will be a toll'),
      await aStory('Toll to come'),
    ]
    const [a, b, c] = stories.map(({ claimId }) => claimId) as [string, string, string]
    const before = await state()
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      await mergeClaims(editor, { id: a, intoId: b })
      await mergeClaims(editor, { id: b, intoId: c })
      expect((await kept(c)).events).toHaveLength(3)
      expect((await kept(c)).merged.map(({ id }) => id).sort()).toEqual([a, b].sort())
      for (const id of order) await undoMerge(editor, { id })
      expect(await state()).toEqual(before)
    }
  })

  test('is made once: of two who merge each into the other, and of two who take it back, the second is told', async () => {
    const [one, two] = [await aStory('The school moves'), await aStory('The school is to move')]
    const [a, b] = [one.claimId, two.claimId]
    for (let round = 0; round < 5; round += 1) {
      const merges = await Promise.allSettled([
        mergeClaims(editor, { id: a, intoId: b }),
        mergeClaims(editor, { id: b, intoId: a }),
      ])
      expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      for (const merge of merges) if (merge.status === 'rejected') expect(merge.reason).toBeInstanceOf(Conflict)
      const [gone] = await database().claim.findMany({ where: { mergedIntoId: { not: null } } })
      const survivorId = gone?.mergedIntoId ?? ''
      const [first, second] = await Promise.allSettled([
        undoMerge(editor, { id: gone?.id ?? '' }),
        undoMerge(editor, { id: gone?.id ?? '' }),
        putDownEvent(editor, input(survivorId, 'REPEATED')).then(({ eventId }) => dropEvent(editor, { eventId })),
      ])
      expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
      expect((await kept(a)).events.map(({ id }) => id)).toEqual([one.eventId])
      expect((await kept(b)).events.map(({ id }) => id)).toEqual([two.eventId])
    }
  })
})
