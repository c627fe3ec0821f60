import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { changeFront } from '@/lib/fronts/change-front'
import type { FrontChange } from '@/lib/fronts/change-layout'
import { findFillShelves } from '@/lib/fronts/find-fill-shelves'
import type { FrontKey } from '@/lib/fronts/front-key'
import { getFront } from '@/lib/fronts/get-front'
import { type Card, type Container, type Fill, plainCard } from '@/lib/fronts/layout'
import { listForFront } from '@/lib/fronts/list-for-front'
import { listFrontEditions } from '@/lib/fronts/list-front-editions'
import { listFronts } from '@/lib/fronts/list-fronts'
import { previewFront } from '@/lib/fronts/preview-front'
import { publishFront } from '@/lib/fronts/publish-front'
import { readHome, readSectionFront } from '@/lib/fronts/readers'
import { takeEdition } from '@/lib/fronts/take-edition'
import { undoFront } from '@/lib/fronts/undo-front'
import { newId } from '@/lib/ids'
import { findPublicPicture } from '@/lib/media/find-picture'
import { writeRenditions } from '@/lib/media/picture-files'
import type { PersonActor } from '@/lib/policy/actor'
import { installReaderCache } from '@/lib/reader-cache/purge'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { ReadCounter } from '@/lib/reads/count-reads'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import { anArticle, publishNow, versionOf as versionOfArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let administrator: PersonActor
let reporter: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Sena Reyes')
  administrator = await aPerson('ADMINISTRATOR')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
})

// Each test has a section of its own, and home as nobody laid it out.
beforeEach(async () => {
  section = await aSection()
  await database().front.deleteMany({ where: { sectionId: null } })
})

const everything: Fill = { from: 'everything', slugs: [], maxAgeHours: null, hasPicture: false }
const ofSection = (slug = section.slug): Fill => ({ ...everything, from: 'sections', slugs: [slug] })

function container(id: string, more: Partial<Container> = {}): Container {
  return { id, kind: 'grid', title: '', slots: 3, cards: [], fill: ofSection(), from: null, until: null, ...more }
}

let slugs = 0
async function aStory(headline: string, wanted: { topics?: string[]; sectionId?: string } = {}): Promise<string> {
  slugs += 1
  return anArticle(editor, { document: aDocument(headline), sectionId: section.id, slug: `story-${slugs}`, ...wanted })
}

/** Published one minute after the other: the last is the newest. */
async function stories(...headlines: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const headline of headlines) {
    const id = await aStory(headline)
    await publishNow(editor, id)
    ids.push(id)
  }
  return ids
}

async function lay(key: FrontKey, ...changes: FrontChange[]) {
  for (const change of changes) await changeFront(editor, { key, change, seenVersion: await versionOf(key) })
}
const versionOf = async (key: FrontKey) => (await getFront(editor, key)).version
const layOut = (key: FrontKey, ...containers: Container[]) => lay(key, { type: 'replace', layout: { containers } })
const publish = async (key: FrontKey) => publishFront(editor, { key, version: await versionOf(key) })
const card = (articleId: string, place: number, more: Partial<Card> = {}): Card => ({
  ...plainCard(`card-${articleId}`, articleId),
  place,
  ...more,
})

/** The cards that readers have, by container, in the words of their headlines. */
function words(placed: Awaited<ReturnType<typeof readHome>>): string[][] {
  return placed.map(({ cards }) => cards.map(({ article }) => article.cardHeadline))
}

async function recorded<Result>(read: () => Promise<Result>) {
  const recording = emptyRecording()
  await recordInto(recording, read)
  return recording
}

describe('a front', () => {
  test('is laid out by hand, published in one step, undone, and told of in its history', async () => {
    const [one = '', two = '', three = ''] = await stories('One', 'Two', 'Three')
    expect(await readSectionFront(section.id)).toEqual([])
    await layOut(section.id, container('top', { cards: [card(one, 1)] }))
    expect(await readSectionFront(section.id)).toEqual([])
    const published = await publish(section.id)
    expect(published).toMatchObject({ live: { number: 1, publishedBy: 'Sena Reyes' }, changes: [], isAutomatic: false })
    expect(words(await readSectionFront(section.id))).toEqual([['Three', 'One', 'Two']])

    await lay(
      section.id,
      { type: 'editCard', cardId: `card-${one}`, fields: { headline: 'One, as the front says it', isLocked: true } },
      { type: 'addCard', containerId: 'top', card: card(two, 0, { sublinks: [three] }) },
    )
    expect((await getFront(editor, section.id)).changes).toEqual([
      `“Two” goes into “Grid: ${section.slug}”, place 1`,
      '“One” is locked',
      '“One” has another headline',
    ])
    expect(words(await readSectionFront(section.id))).toEqual([['Three', 'One', 'Two']])
    await publish(section.id)
    expect(words(await readSectionFront(section.id))).toEqual([['Two', 'One, as the front says it']])

    await undoFront(editor, { key: section.id, number: 2 })
    expect(words(await readSectionFront(section.id))).toEqual([['Three', 'One', 'Two']])
    const editions = await listFrontEditions(editor, section.id)
    expect(editions.map(({ number, isLive }) => [number, isLive])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    // What was being worked on is there still, and an earlier edition can be taken up again.
    expect((await getFront(editor, section.id)).changes).toHaveLength(3)
    await takeEdition(editor, { key: section.id, number: 1, seenVersion: await versionOf(section.id) })
    expect((await getFront(editor, section.id)).changes).toEqual([])
    await expect(undoFront(editor, { key: section.id, number: 2 })).rejects.toThrow(Conflict)
  })

  test('loses a killed story at once, and the gap fills itself; the others stay where they were put', async () => {
    const [one = '', two = '', three = ''] = await stories('One', 'Two', 'Three', 'Four')
    await layOut(
      section.id,
      container('top', { cards: [card(one, 0), card(two, 1), card(three, 2, { isLocked: true })] }),
    )
    await publish(section.id)
    const { tags } = await recorded(() => readSectionFront(section.id))
    expect([...tags]).toEqual(expect.arrayContaining([one, two, three].map(tag.article)))
    await killArticle(editor, { articleId: two, reason: 'It was wrong.' })
    expect(words(await readSectionFront(section.id))).toEqual([['One', 'Four', 'Three']])
    const { problems } = await getFront(editor, section.id)
    expect(problems).toEqual([
      { containerId: 'top', cardId: `card-${two}`, message: 'This article was killed: readers see the next one.' },
    ])
  })

  test('tells whoever lays it out that a story was retracted, wherever it stands', async () => {
    const [one = '', two = ''] = await stories('One', 'Two')
    await layOut(section.id, container('top', { cards: [card(one, 0)] }))
    for (const articleId of [one, two]) {
      const correction = { kind: 'RETRACTION', text: 'None of it was so: we were taken in.' } as const
      await publishArticle(editor, { articleId, version: await versionOfArticle(articleId), correction })
    }
    const { problems, shown } = await getFront(editor, section.id)
    expect(shown[0]?.slots.map(({ headline, isRetracted }) => [headline, isRetracted])).toEqual([
      ['One', true],
      ['Two', true],
    ])
    expect(problems).toEqual([
      {
        containerId: 'top',
        cardId: `card-${one}`,
        message: 'This article was retracted: readers are still led to it.',
      },
    ])
  })

  test('tells nobody of what is not public, whatever its card says', async () => {
    const draft = await aStory('Canary of a draft')
    const [one = ''] = await stories('One')
    await layOut(
      'home',
      container('top', {
        cards: [card(draft, 0, { headline: 'Canary', kicker: 'Canary' }), card(one, 1, { sublinks: [draft] })],
      }),
    )
    await publish('home')
    expect(JSON.stringify(await readHome())).not.toContain('anary')
    const { tags } = await recorded(readHome)
    expect(tags).toContain(tag.article(draft))
    await publishNow(editor, draft)
    expect(words(await readHome())[0]?.slice(0, 2)).toEqual(['Canary', 'One'])
  })

  test('is filled by section, topic, age and picture, and by what is not above', async () => {
    const topic = await aTopic()
    const below = await aSection()
    await database().section.update({ where: { id: below.id }, data: { parentId: section.id } })
    const [one = ''] = await stories('One', 'Two')
    const tagged = await aStory('Tagged', { topics: [topic.id], sectionId: below.id })
    await publishNow(editor, tagged)
    await database().publication.update({
      where: { articleId: one },
      data: { firstPublishedAt: new Date(Date.now() - 3 * 3_600_000) },
    })
    await layOut(
      section.id,
      container('topic', { fill: { ...everything, from: 'topics', slugs: [topic.slug] } }),
      container('fresh', { fill: { ...ofSection(), maxAgeHours: 2 } }),
      container('all', {}),
      container('pictures', { fill: { ...ofSection(), hasPicture: true } }),
    )
    await publish(section.id)
    const placed = await readSectionFront(section.id)
    expect(words(placed)).toEqual([['Tagged'], ['Two'], ['One']])
    expect(placed[0]).toMatchObject({ title: topic.slug, path: `/topic/${topic.slug}` })
    expect(placed[1]).toMatchObject({ title: section.slug, path: `/${section.slug}` })
    const { tags, endsAt } = await recorded(() => readSectionFront(section.id))
    expect([...tags]).toEqual(
      expect.arrayContaining([
        tag.topic(topic.id),
        tag.section(section.id),
        tag.section(below.id),
        tag.front(section.id),
      ]),
    )
    // When the oldest of what is fresh is too old, it is another front.
    expect(endsAt && endsAt.getTime() - Date.now()).toBeLessThanOrEqual(2 * 3_600_000)
  })

  test('follows a section that is merged into another', async () => {
    const into = await aSection()
    await stories('One')
    await layOut('home', container('top'))
    await publish('home')
    await mergeShelves(administrator, { kind: 'section', id: section.id, intoId: into.id })
    const [top] = await readHome()
    expect(top).toMatchObject({ title: into.slug, path: `/${into.slug}` })
    expect(words([top].flatMap((each) => each ?? []))).toEqual([['One']])
    const shelves = await findFillShelves({ containers: [container('top')] })
    expect(shelves.sectionIds([section.slug])).toEqual([into.id])
  })

  test('of home is laid out by itself until somebody does it, and again when they stop', async () => {
    await stories('One')
    expect(words(await readHome())[0]).toContain('One')
    await layOut('home', container('only', { fill: null }))
    await publish('home')
    expect(await readHome()).toEqual([])
    await layOut('home')
    expect((await getFront(editor, 'home')).changes).toEqual(['The front is laid out by itself again'])
    await publish('home')
    expect(words(await readHome())[0]).toContain('One')
    expect((await listFronts(editor)).find(({ key }) => key === 'home')).toMatchObject({
      isAutomatic: true,
      hasChanges: false,
    })
  })

  test('changes by itself at the times that its cards have, and its preview knows it before', async () => {
    const [one = ''] = await stories('One', 'Two')
    const from = new Date(Date.now() + 3_600_000)
    await layOut(section.id, container('top', { cards: [card(one, 0, { from: from.toISOString() })], slots: 1 }))
    await publish(section.id)
    const { endsAt } = await recorded(() => readSectionFront(section.id))
    expect(endsAt).toEqual(from)
    expect(words(await readSectionFront(section.id))).toEqual([['Two']])
    const preview = (at: Date, edition: number | null = null) =>
      previewFront(reporter, { key: section.id, at, edition }).then(words)
    expect(await preview(new Date(from.getTime() - 1000))).toEqual([['Two']])
    expect(await preview(from)).toEqual([['One']])
    await layOut(section.id)
    expect(await preview(from, 1)).toEqual([['One']])
    await expect(preview(from, 9)).rejects.toThrow(NotFound)
  })

  test('shows in its preview what is scheduled, and not what is scheduled to go; readers have neither before', async () => {
    const [one = '', two = ''] = await stories('One', 'Two')
    const due = await aStory('Due tomorrow')
    const at = new Date(Date.now() + 86_400_000)
    await scheduleAt(due, at)
    await database().article.update({ where: { id: two }, data: { unpublishAt: at } })
    await layOut(section.id, container('top', { cards: [card(one, 2)] }))
    await publish(section.id)
    const preview = (instant: Date) =>
      previewFront(reporter, { key: section.id, at: instant, edition: null }).then(words)
    expect(await preview(new Date(at.getTime() - 1))).toEqual([['Two', 'One']])
    expect(await preview(at)).toEqual([['Due tomorrow', 'One']])
    expect(words(await readSectionFront(section.id))).toEqual([['Two', 'One']])
  })

  test('shows what is most read, counted without knowing by whom', async () => {
    const [one = '', two = ''] = await stories('One', 'Two')
    const paths = await database().publication.findMany({
      where: { articleId: { in: [one, two] } },
      select: { articleId: true, slug: true },
    })
    const pathOf = (id: string) => `/${section.slug}/${paths.find(({ articleId }) => articleId === id)?.slug}`
    const counter = new ReadCounter()
    const read = (url: string, headers: Record<string, string> = {}) =>
      counter.note({ url, headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)', ...headers } })
    for (let times = 0; times < 3; times++) read(pathOf(one))
    read(pathOf(two))
    for (let times = 0; times < 9; times++) {
      read(pathOf(two), { 'user-agent': 'ExampleBot/1.0' })
      read(pathOf(two), { 'sec-purpose': 'prefetch' })
      read(`/${section.slug}/feed.xml`)
      read('/no/such-article')
    }
    await counter.flush()
    read(pathOf(one))
    await counter.flush()
    const counts = await database().readCount.findMany({ where: { articleId: { in: [one, two] } } })
    expect(counts.map(({ articleId, count }) => [articleId === one, count]).sort()).toEqual([
      [false, 1],
      [true, 4],
    ])
    await layOut(
      section.id,
      container('read', { kind: 'mostRead', slots: 2, fill: { ...everything, from: 'mostRead' } }),
    )
    await publish(section.id)
    expect(words(await readSectionFront(section.id))).toEqual([['One', 'Two']])
  })

  test('makes a picture of a card public while the card’s article is, and no longer', async () => {
    const mediaId = await aPicture()
    const draft = await aStory('Not public yet')
    await layOut(section.id, container('top', { cards: [card(draft, 0, { picture: { kind: 'other', mediaId } })] }))
    expect(await isPublic(mediaId)).toBe(false)
    await publish(section.id)
    expect(await isPublic(mediaId)).toBe(false)
    await publishNow(editor, draft)
    expect(await isPublic(mediaId)).toBe(true)
    const [top] = await readSectionFront(section.id)
    expect(top?.cards[0]?.article.picture?.id).toBe(mediaId)
    await undoFront(editor, { key: section.id, number: 1 })
    expect(await isPublic(mediaId)).toBe(false)
  })
})

test('what can be put on a front is what readers got last, after what goes out next; words find everything', async () => {
  const draft = await aStory('Lantern parade, unfinished')
  const approved = await aStory('Lantern parade, approved')
  await database().article.update({ where: { id: approved }, data: { state: 'APPROVED' } })
  const [one = '', two = ''] = await stories('Lantern one', 'Lantern two')
  const ids = (await listForFront(editor, '')).map(({ id }) => id)
  expect(ids.slice(0, 3)).toEqual([approved, two, one])
  expect(ids).not.toContain(draft)
  expect((await listForFront(reporter, 'lantern')).map(({ id }) => id)).toEqual(
    expect.arrayContaining([draft, approved, one, two]),
  )
  await expect(listForFront(await aPerson('LAWYER'), '')).rejects.toThrow(Forbidden)
})

describe('changing a front', () => {
  test('is for editors, and for those who lead the section’s desk', async () => {
    const lead = await aPerson('REPORTER')
    const desk = await database().desk.create({
      data: { id: newId(), slug: `desk-${newId()}`, name: newId(), position: 0, createdAt: new Date() },
    })
    await database().deskMember.create({ data: { deskId: desk.id, personId: lead.id, isLead: true } })
    await database().section.update({ where: { id: section.id }, data: { deskId: desk.id } })
    const change = (actor: PersonActor, key: FrontKey) =>
      changeFront(actor, {
        key,
        change: { type: 'replace', layout: { containers: [container('top')] } },
        seenVersion: 0,
      })
    await expect(change(reporter, section.id)).rejects.toThrow(Forbidden)
    await expect(change(lead, 'home')).rejects.toThrow(Forbidden)
    expect((await change(lead, section.id)).mayPublish).toBe(true)
    expect((await getFront(reporter, section.id)).mayPublish).toBe(false)
    await expect(publishFront(reporter, { key: section.id, version: 1 })).rejects.toThrow(Forbidden)
    await expect(undoFront(reporter, { key: section.id, number: 1 })).rejects.toThrow(Forbidden)
    await expect(takeEdition(reporter, { key: section.id, number: 1, seenVersion: 1 })).rejects.toThrow(Forbidden)
    await expect(getFront(await aPerson('LAWYER'), section.id)).rejects.toThrow(Forbidden)
    await expect(change(editor, newId())).rejects.toThrow(NotFound)
  })

  test('by two at once keeps both changes, and never replaces what somebody did meanwhile', async () => {
    const [one = '', two = ''] = await stories('One', 'Two')
    await layOut(section.id, container('top', { cards: [card(one, 0)] }))
    const seenVersion = await versionOf(section.id)
    await Promise.all([
      changeFront(editor, {
        key: section.id,
        seenVersion,
        change: { type: 'editCard', cardId: `card-${one}`, fields: { headline: 'Mine' } },
      }),
      changeFront(administrator, {
        key: section.id,
        seenVersion,
        change: { type: 'addCard', containerId: 'top', card: card(two, 0) },
      }),
    ])
    const { layout, version } = await getFront(editor, section.id)
    expect(version).toBe(seenVersion + 2)
    expect(layout.containers[0]?.cards.map(({ articleId, headline }) => [articleId, headline])).toEqual([
      [two, ''],
      [one, 'Mine'],
    ])
    const stale = { key: section.id, seenVersion }
    await expect(
      changeFront(editor, { ...stale, change: { type: 'replace', layout: { containers: [] } } }),
    ).rejects.toThrow(Conflict)
    await expect(publishFront(editor, { key: section.id, version: seenVersion })).rejects.toThrow(Conflict)
  })

  test('purges the front alone, and what readers have already is not published again', async () => {
    await stories('One')
    await layOut(section.id, container('top'))
    const purged: string[] = []
    const remove = installReaderCache({
      purge: (tags) => purged.push(...tags),
      purgeAll: () => undefined,
      warm: () => undefined,
    })
    await publish(section.id)
    remove()
    expect(purged).toEqual([tag.front(section.id)])
    await expect(publish(section.id)).rejects.toThrow(Invalid)
  })

  test('of an edition that went out is refused by the database', async () => {
    await layOut(section.id, container('top'))
    await publish(section.id)
    await expect(database().frontEdition.updateMany({ data: { number: 7 } })).rejects.toThrow()
  })
})

async function scheduleAt(articleId: string, at: Date): Promise<void> {
  const other = await aStory('Only to be copied')
  await publishNow(editor, other)
  const { metadata } = await database().edition.findFirstOrThrow({
    where: { articleId: other },
    select: { metadata: true },
  })
  await killArticle(editor, { articleId: other, reason: 'Only a test.' })
  await database().article.update({
    where: { id: articleId },
    data: { publishAt: at, publishMetadata: { ...(metadata as object), headline: 'Due tomorrow' } },
  })
}

async function aPicture(): Promise<string> {
  const id = newId()
  await database().mediaAsset.create({
    data: { id, fileName: 'a.png', width: 4, height: 3, widths: [320], uploadedById: editor.id, createdAt: new Date() },
  })
  await writeRenditions(id, new Map([[320, Buffer.from('A picture')]]))
  return id
}

/** Whether anybody may have it. */
async function isPublic(mediaId: string): Promise<boolean> {
  return (await findPublicPicture(mediaId, 'w320.webp')) !== null
}
