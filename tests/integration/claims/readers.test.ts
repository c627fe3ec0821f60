import { Transform } from 'prosemirror-transform'
import { beforeAll, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { killArticle } from '@/lib/articles/kill-article'
import { loadDraft } from '@/lib/articles/load-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { listForSitemap } from '@/lib/articles/sitemap-readers'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { changeEvent, removeEvent } from '@/lib/claims/change-event'
import { ChangeEvent, MarkClaim } from '@/lib/claims/claim-input'
import { readClaimRules, setClaimRules } from '@/lib/claims/claim-rules'
import { correctStatement } from '@/lib/claims/correct-statement'
import { getClaim } from '@/lib/claims/get-claim'
import { markClaim } from '@/lib/claims/mark-claim'
import { mergeClaims, undoMerge } from '@/lib/claims/merge-claims'
import { dropEvent, editEvent, putDownEvent } from '@/lib/claims/put-down-event'
import { findClaimBySlug } from '@/lib/claims/readers'
import { AddEvent } from '@/lib/claims/register-input'
import { dropReview, reviewClaim } from '@/lib/claims/review-claim'
import { showClaims } from '@/lib/claims/show-claims'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Conflict, Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { installReaderCache } from '@/lib/reader-cache/purge'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { createSource } from '@/lib/sources/create-source'
import { standBehind, stopStandingBehind } from '@/lib/sources/stand-behind'
import { anArticle, publishNow } from '@/tests/support/articles'
import { claimsOnPage } from '@/tests/support/claims-on-page'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { aSourceInput } from '../sources/a-source'

let editor: PersonActor
let administrator: PersonActor
let reporter: PersonActor
let sectionId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Edda Editor')
  administrator = await aPerson('ADMINISTRATOR', 'Ada Administrator')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
  sectionId = (await aSection()).id
})

const mark = () => newId().slice(-8)
const moor = { name: 'Ines Moor', kind: 'PERSON' as const }
const hall = { name: 'City Hall', kind: 'ORGANISATION' as const }

type Told = { articleId: string; claimId: string; eventId: string }

/** A draft of the reporter's whose words tell of a claim: of a new one, or of `more.claimId`. */
async function aStory(words: string, more: Record<string, unknown> = {}): Promise<Told> {
  const eventId = newId()
  const marked = schema.nodes.paragraph.create(null, [
    schema.text('It is said: '),
    schema.text(words, [schema.marks.claim.create({ eventId })]),
  ])
  // The event is there before the words are saved, as the editor does it.
  const articleId = await anArticle(reporter, { sectionId, document: aDocument(`Story ${eventId}`) })
  const input = MarkClaim.parse({ eventId, claimId: null, kind: 'ASSERTED', speaker: moor, words, ...more })
  const { claimId } = await markClaim(reporter, { articleId, ...input })
  await replaceDraft(articleId, marked)
  return { articleId, claimId, eventId }
}

async function replaceDraft(articleId: string, block: ReturnType<typeof schema.nodes.paragraph.create>): Promise<void> {
  const { document, version } = await loadDraft(database(), articleId)
  const start = document.child(0).nodeSize + document.child(1).nodeSize
  const steps = new Transform(document).replaceWith(start, document.content.size, block).steps
  const sent = { articleId, version, clientId: 'test', steps: steps.map((step) => step.toJSON()) }
  expect((await applySteps(reporter, sent)).kind).toBe('applied')
}

/** The same, published, with the box on. */
async function aShownStory(words: string, more: Record<string, unknown> = {}): Promise<Told> {
  const story = await aStory(words, more)
  await showClaims(reporter, { articleId: story.articleId, shows: true })
  await publish(story.articleId)
  return story
}

/** Whatever the checklist says of denials: that is not the matter here. */
async function publish(articleId: string): Promise<string> {
  const { version } = await database().draft.findUniqueOrThrow({ where: { articleId } })
  return (await publishArticle(editor, { articleId, version, overrideReason: 'The test wants it out now.' })).path
}

const boxOf = async (articleId: string) =>
  (await claimsOnPage(articleId)).map(({ statement, standing, events }) => ({
    statement,
    standing,
    told: events.map(({ kind, speaker, quote }) => `${speaker.name} ${kind}: ${quote}`),
  }))
const slugOf = async (claimId: string) =>
  (await database().claimSlug.findFirst({ where: { claimId, isCurrent: true } }))?.slug ?? null
const pageOf = async (slug: string | null) => {
  const found = await findClaimBySlug(slug ?? 'nothing')
  return found.kind === 'claim' ? found.claim.statement : found.kind === 'moved' ? found.path : null
}

async function purgedBy(change: () => Promise<unknown>): Promise<string[]> {
  const purged: string[] = []
  const remove = installReaderCache({
    purge: (tags) => void purged.push(...tags),
    purgeAll: () => undefined,
    warm: () => undefined,
  })
  await change().finally(remove)
  return purged
}

describe('What readers are told', () => {
  test('is nothing where nobody switched it on, and nothing of a draft', async () => {
    const words = `the ferry ${mark()} was sold`
    const story = await aStory(words)
    await publishNow(editor, story.articleId)
    expect(await boxOf(story.articleId)).toEqual([])
    expect(await slugOf(story.claimId)).toBeNull()

    const denial = await aStory(`No, canary ${mark()}`, { claimId: story.claimId, kind: 'DENIED', speaker: hall })
    await showClaims(editor, { articleId: story.articleId, shows: true })
    const Words = words.replace('the', 'The')
    expect(await boxOf(story.articleId)).toEqual([
      { statement: Words, standing: 'ASSERTED', told: [`Ines Moor ASSERTED: ${words}`] },
    ])
    // The desk knows better.
    const desk = await getClaim(editor, story.claimId)
    expect(desk).toMatchObject({ claim: { standing: 'DENIED', forReaders: { standing: 'ASSERTED' } } })

    await publish(denial.articleId)
    expect(await boxOf(story.articleId)).toMatchObject([
      { standing: 'DENIED', told: [expect.anything(), expect.stringContaining('City Hall DENIED: No, canary')] },
    ])
    await unpublishArticle(editor, { articleId: denial.articleId, reason: 'Under review.' })
    expect(await boxOf(story.articleId)).toMatchObject([{ standing: 'ASSERTED' }])
    expect((await boxOf(story.articleId))[0]?.told).toHaveLength(1)
  })

  test('is said in words that readers have, not in those of the draft in which the claim began', async () => {
    const canary = `The canary ${mark()} sang`
    const draft = await aStory(canary)
    const words = `the bird ${mark()} is said to have sung`
    const live = await aShownStory(words, { claimId: draft.claimId, kind: 'REPEATED', speaker: hall })
    expect(JSON.stringify(await claimsOnPage(live.articleId))).not.toContain(canary)
    expect(await slugOf(draft.claimId)).toMatch(/^the-bird-/)
    expect(await pageOf(await slugOf(draft.claimId))).toBe(words.replace('the', 'The'))
    // A denial alone does not say what is denied.
    const other = await aStory(`Another canary ${mark()}`)
    const denial = await aShownStory('That is not so', { claimId: other.claimId, kind: 'DENIED', speaker: hall })
    expect(await claimsOnPage(denial.articleId)).toEqual([])
    await correctStatement(editor, {
      ...{ claimId: other.claimId, statement: `It snowed ${mark()}`, isForReaders: true },
      base: (await database().claim.findUniqueOrThrow({ where: { id: other.claimId } })).statement,
    })
    expect(await boxOf(denial.articleId)).toMatchObject([
      { standing: 'DENIED', told: ['City Hall DENIED: That is not so'] },
    ])
  })

  test('has words as they went out, also when the draft says more since', async () => {
    const story = await aShownStory(`the pier ${mark()} leaks`)
    const later = schema.text(`the pier leaks and canary`, [schema.marks.claim.create({ eventId: story.eventId })])
    await replaceDraft(story.articleId, schema.nodes.paragraph.create(null, later))
    expect(JSON.stringify(await claimsOnPage(story.articleId))).not.toContain('canary')
  })

  test('has of the register what was put down for them, by somebody who may', async () => {
    const story = await aShownStory(`the mole ${mark()} sinks`)
    const put = (more: object) =>
      AddEvent.parse({ claimId: story.claimId, kind: 'DENIED', speaker: hall, quote: 'Canary: never.', ...more })
    await putDownEvent(reporter, put({ evidenceUrl: 'https://hall.example/denial' }))
    expect(await boxOf(story.articleId)).toMatchObject([{ standing: 'ASSERTED' }])
    await expect(putDownEvent(reporter, put({ isForReaders: true }))).rejects.toThrow(Forbidden)
    const { eventId } = await putDownEvent(editor, put({ isForReaders: true, quote: 'Never.' }))
    expect(await boxOf(story.articleId)).toMatchObject([
      { standing: 'DENIED', told: [expect.anything(), 'City Hall DENIED: Never.'] },
    ])
    const found = await getClaim(editor, story.claimId)
    const seen = found.kind === 'claim' ? found.claim.events.find(({ id }) => id === eventId) : undefined
    const { claimId: _, ...known } = put({ quote: 'Never ever.', isForReaders: true })
    const edit = { ...known, eventId, base: seen?.fingerprint ?? '' }
    await expect(editEvent(reporter, edit)).rejects.toThrow(Forbidden)
    await editEvent(editor, edit)
    expect((await boxOf(story.articleId))[0]?.told[1]).toBe('City Hall DENIED: Never ever.')
    await expect(dropEvent(reporter, { eventId })).rejects.toThrow(Forbidden)
    await dropEvent(editor, { eventId })
    expect(await boxOf(story.articleId)).toMatchObject([{ standing: 'ASSERTED' }])
  })

  test('is changed by nobody who may not publish', async () => {
    const story = await aShownStory(`the lock ${mark()} is shut`)
    const { articleId, eventId } = story
    await expect(showClaims(reporter, { articleId, shows: false })).rejects.toThrow(Forbidden)
    const change = ChangeEvent.parse({ kind: 'DENIED', speaker: hall })
    await expect(changeEvent(reporter, { articleId, eventId, ...change })).rejects.toThrow(Forbidden)
    await expect(removeEvent(reporter, { articleId, eventId })).rejects.toThrow(Forbidden)
    await changeEvent(editor, { articleId, eventId, ...ChangeEvent.parse({ kind: 'ASSERTED', speaker: hall }) })
    expect(await claimsOnPage(articleId)).toMatchObject([{ speaker: { name: 'City Hall', kind: 'ORGANISATION' } }])
    await removeEvent(editor, { articleId, eventId })
    expect(await claimsOnPage(articleId)).toEqual([])
  })
})

describe('The page of a claim', () => {
  test('is there while a public story shows the claim, and names public stories alone', async () => {
    const one = await aShownStory(`the quay ${mark()} is unsafe`)
    const two = await aStory(`the quay is safe`, { claimId: one.claimId, kind: 'DENIED', speaker: hall })
    const hidden = await aStory(`unsafe, canary`, { claimId: one.claimId, kind: 'REPEATED' })
    await publish(two.articleId)
    const slug = await slugOf(one.claimId)
    const found = await findClaimBySlug(slug ?? '')
    expect(found).toMatchObject({ kind: 'claim', claim: { standing: 'DENIED', path: `/claims/${slug}` } })
    const stories = found.kind === 'claim' ? found.claim.events.flatMap(({ stories }) => stories) : []
    expect(stories.map(({ articleId }) => articleId)).toEqual([one.articleId, two.articleId])
    expect(JSON.stringify(found)).not.toContain(hidden.articleId)
    const paths = async () => (await listForSitemap(1))?.map(({ path }) => path)
    expect(await paths()).toContain(`/claims/${slug}`)

    // The other story tells it still, and does not show it.
    await killArticle(editor, { articleId: one.articleId, reason: 'Wrong.' })
    expect(await pageOf(slug)).toBeNull()
    expect(await paths()).not.toContain(`/claims/${slug}`)
  })

  test('keeps its former addresses, and takes one that nobody ever had', async () => {
    const words = `Trams ${mark()} will stop`
    const one = await aShownStory(words)
    const two = await aShownStory(words)
    const [first, second] = [await slugOf(one.claimId), await slugOf(two.claimId)]
    expect(second).toBe(`${first}-2`)
    await correctStatement(editor, {
      ...{ claimId: one.claimId, base: words, statement: `Trams will stop on Sunday ${mark()}`, isForReaders: true },
    })
    const moved = await slugOf(one.claimId)
    expect(moved).toMatch(/^trams-will-stop-on-sunday-/)
    expect(await pageOf(first)).toBe(`/claims/${moved}`)
    const three = await aShownStory(words)
    expect(await slugOf(three.claimId)).toBe(`${first}-3`)
    // A reporter's correction of what somebody let readers have would take it from them.
    const { statement } = await database().claim.findUniqueOrThrow({ where: { id: one.claimId } })
    const correction = { claimId: one.claimId, base: statement, statement: 'Canary' }
    await expect(correctStatement(reporter, correction)).rejects.toThrow(Forbidden)
  })

  test('leads to the claim that took it in, and back when the merge is taken back', async () => {
    const one = await aShownStory(`Fares ${mark()} will rise`)
    const two = await aShownStory(`Fares ${mark()} are to go up`)
    const [first, second] = [await slugOf(one.claimId), await slugOf(two.claimId)]
    await mergeClaims(editor, { id: one.claimId, intoId: two.claimId })
    expect(await pageOf(first)).toBe(`/claims/${second}`)
    expect(await claimsOnPage(one.articleId)).toMatchObject([{ id: two.claimId, events: [{}, {}] }])
    await undoMerge(editor, { id: one.claimId })
    expect(await pageOf(first)).toMatch(/will rise$/)
    expect(await claimsOnPage(one.articleId)).toMatchObject([{ id: one.claimId, events: [{}] }])
  })
})

describe('What the paper found', () => {
  test('is told while the article that explains it is public', async () => {
    const story = await aShownStory(`the well ${mark()} is dry`)
    const why = await anArticle(editor, { sectionId })
    const review = {
      ...{ claimId: story.claimId, base: '', rating: 'False' as const, verdict: 'It holds water.' },
      ...{ explanation: `/desk/articles/${why}`, reviewedOn: '2026-11-20' },
    }
    await expect(reviewClaim(reporter, review)).rejects.toThrow(Forbidden)
    await expect(reviewClaim(editor, { ...review, explanation: 'https://else.example/x' })).rejects.toThrow(Invalid)
    await reviewClaim(editor, review)
    await expect(reviewClaim(editor, review)).rejects.toThrow(Conflict)
    expect(await claimsOnPage(story.articleId)).toMatchObject([{ review: null }])
    const purged = await purgedBy(() => publish(why))
    expect(purged).toContain(tag.claim(story.claimId))
    expect(await claimsOnPage(story.articleId)).toMatchObject([
      { review: { rating: 'False', verdict: 'It holds water.', story: { articleId: why } } },
    ])
    const { changedAt } = await database().claimReview.findUniqueOrThrow({ where: { claimId: story.claimId } })
    await dropReview(editor, { claimId: story.claimId, base: changedAt.toISOString() })
    expect(await claimsOnPage(story.articleId)).toMatchObject([{ review: null }])
  })
})

describe('A change', () => {
  test('drops the box and the page, and nothing where readers were told nothing', async () => {
    const story = await aShownStory(`the dam ${mark()} is cracked`)
    const { articleId, claimId, eventId } = story
    const slug = (await slugOf(claimId)) ?? ''
    const [box, page] = [emptyRecording(), emptyRecording()]
    await recordInto(box, () => claimsOnPage(articleId))
    await recordInto(page, () => findClaimBySlug(slug))
    const carried = tag.claim(claimId)
    for (const { tags } of [box, page])
      expect([...tags]).toEqual(expect.arrayContaining([carried, tag.article(articleId)]))
    expect(page.tags.has(tag.everything)).toBe(false)

    const denial = await aStory('It is not', { claimId, kind: 'DENIED', speaker: hall })
    const add = (isForReaders: boolean) =>
      putDownEvent(editor, AddEvent.parse({ claimId, kind: 'REPEATED', speaker: moor, isForReaders }))
    expect(await purgedBy(() => add(false))).toEqual([])
    expect(await purgedBy(() => add(true))).toContain(carried)
    expect(await purgedBy(() => publish(denial.articleId))).toContain(carried)
    const withdraw = () => unpublishArticle(editor, { articleId: denial.articleId, reason: 'Under review.' })
    expect(await purgedBy(withdraw)).toContain(carried)
    const change = ChangeEvent.parse({ kind: 'ASSERTED', speaker: hall })
    expect(await purgedBy(() => changeEvent(editor, { articleId, eventId, ...change }))).toContain(carried)
    const off = await purgedBy(() => showClaims(editor, { articleId, shows: false }))
    expect(off).toEqual(expect.arrayContaining([carried, tag.article(articleId), tag.everything]))
    expect(await pageOf(slug)).toBeNull()
    expect(await purgedBy(() => showClaims(editor, { articleId, shows: false }))).toEqual([])
    await showClaims(editor, { articleId, shows: true })
    expect(await slugOf(claimId)).toBe(slug)

    const other = await aShownStory(`the dam ${mark()} has cracks`)
    const merged = await purgedBy(() => mergeClaims(editor, { id: claimId, intoId: other.claimId }))
    expect(merged).toEqual(expect.arrayContaining([carried, tag.claim(other.claimId)]))
    expect(await purgedBy(() => undoMerge(editor, { id: claimId }))).toEqual(
      expect.arrayContaining([carried, tag.claim(other.claimId)]),
    )
    await killArticle(editor, { articleId, reason: 'Wrong.' })
    expect(await pageOf(slug)).toBeNull()
  })

  test('of two stories that go out at once leaves one address for what both make public', async () => {
    const draft = await aStory(`Canary ${mark()}`)
    const says = await aStory(`the mill ${mark()} burns`, { claimId: draft.claimId, kind: 'REPEATED' })
    const denies = await aStory('It does not', { claimId: draft.claimId, kind: 'DENIED', speaker: hall })
    await showClaims(reporter, { articleId: denies.articleId, shows: true })
    await Promise.all([publish(says.articleId), publish(denies.articleId)])
    expect(await slugOf(draft.claimId)).toMatch(/^the-mill-/)
    expect(await boxOf(denies.articleId)).toMatchObject([{ standing: 'DENIED' }])
  })
})

describe('How many sources stand behind a claim', () => {
  const setRules = async (showsStamps: boolean) => {
    const { denialWithin, showsStamps: was } = await readClaimRules()
    await setClaimRules(administrator, { denialWithin, showsStamps, seen: { denialWithin, showsStamps: was } })
  }
  const stampsIn = async (articleId: string) =>
    (await claimsOnPage(articleId)).flatMap(({ stamps }) => stamps.map(({ words }) => words))

  test('is told to readers where the paper says so, from what they know of it alone, and pages follow', async () => {
    const words = `the quay ${mark()} sinks`
    const { articleId, claimId, eventId } = await aShownStory(words)
    const draft = await aStory(words, { claimId, kind: 'REPEATED' })
    const [first, second] = [await createSource(editor, aSourceInput()), await createSource(editor, aSourceInput())]
    await standBehind(editor, { sourceId: first.id, eventId })
    expect(await stampsIn(articleId)).toEqual([])
    await setRules(true)
    expect(await stampsIn(articleId)).toEqual(['single source'])
    // The draft knows more than readers.
    await standBehind(editor, { sourceId: second.id, eventId: draft.eventId })
    expect(await stampsIn(articleId)).toEqual(['single source'])
    const purged = await purgedBy(() => standBehind(editor, { sourceId: second.id, eventId }))
    expect(purged).toContain(tag.claim(claimId))
    expect(await stampsIn(articleId)).toEqual(['two independent sources'])
    expect(await purgedBy(() => stopStandingBehind(editor, { sourceId: first.id, eventId }))).toContain(
      tag.claim(claimId),
    )
    expect(await stampsIn(articleId)).toEqual(['single source'])
    expect(await purgedBy(() => setRules(false))).toContain(tag.settings)
    expect(await stampsIn(articleId)).toEqual([])
  })

  test('is not set over what somebody else has set meanwhile, and by nobody but an administrator', async () => {
    const { denialWithin, showsStamps } = await readClaimRules()
    const seen = { denialWithin, showsStamps: !showsStamps }
    await expect(setClaimRules(administrator, { denialWithin: denialWithin + 1, showsStamps, seen })).rejects.toThrow(
      Conflict,
    )
    await expect(
      setClaimRules(editor, { denialWithin, showsStamps: !showsStamps, seen: { denialWithin, showsStamps } }),
    ).rejects.toThrow(Forbidden)
    expect(await readClaimRules()).toEqual({ denialWithin, showsStamps })
  })
})
