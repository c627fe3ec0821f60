import { beforeAll, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'
import { mergeNewWords } from '@/lib/search/merge-new-words'
import { searchPublications } from '@/lib/search/search-publications'
import { type AskedSearch, readSearchQuery } from '@/lib/search/search-query'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

let ines: PersonActor
let tomas: PersonActor
let news: { id: string; slug: string }
let sport: { id: string; slug: string }

beforeAll(async () => {
  ines = await aPerson('EDITOR', 'Ines Caldér')
  tomas = await aPerson('EDITOR', 'Tomas Wray')
  news = await aSection('news')
  sport = await aSection('sport')
})

type Told = { text?: string; by?: PersonActor; in?: { id: string }; on?: string; topics?: string[] }

/** A published article, first published on a day. */
async function told(headline: string, { text = 'Nothing more.', by = ines, on, topics, ...more }: Told = {}) {
  const sectionId = (more.in ?? news).id
  const document = aDocument(headline, text)
  const id = await anArticle(by, { document, sectionId, ...(topics === undefined ? {} : { topics }) })
  await publishNow(by, id)
  if (on !== undefined) {
    const firstPublishedAt = new Date(`${on}T12:00:00Z`)
    await database().publication.update({ where: { articleId: id }, data: { firstPublishedAt } })
  }
  return id
}

const search = (q: string, more: Partial<AskedSearch> = {}, page = 1) =>
  searchPublications(readSearchQuery({ q, ...more }, 'Europe/London'), page)
const headlines = async (q: string, more: Partial<AskedSearch> = {}) =>
  (await search(q, more)).hits.map(({ article }) => article.headline)

describe('operators', () => {
  let topic: { id: string; slug: string }
  beforeAll(async () => {
    topic = await aTopic()
    await told('Dredger one', { on: '2026-03-01' })
    await told('Dredger two', { on: '2026-03-15', by: tomas, in: sport })
    await told('Dredger three', { on: '2026-04-01', by: tomas, topics: [topic.id] })
  })

  test.each([
    ['dredger author:wray', ['Dredger two', 'Dredger three']],
    // An accent does not have to be typed.
    ['dredger author:"ines calder"', ['Dredger one']],
    ['dredger section:sport', ['Dredger two']],
    ['dredger after:2026-03-15', ['Dredger two', 'Dredger three']],
    ['dredger before:2026-03-15', ['Dredger one']],
    ['dredger after:2026-03 before:2026-04', ['Dredger one', 'Dredger two']],
    ['dredger author:wray section:sport', ['Dredger two']],
    ['dredger author:nobody', []],
    ['dredger section:nowhere', []],
    ['dredger -two', ['Dredger one', 'Dredger three']],
  ])('%s', async (typed, wanted) => {
    expect((await headlines(typed)).sort()).toEqual([...wanted].sort())
  })

  test('an author narrows by the address of their page, too', async () => {
    const { slug } = await database().byline.findUniqueOrThrow({ where: { personId: tomas.id } })
    expect((await headlines(`dredger author:${slug}`)).sort()).toEqual(['Dredger three', 'Dredger two'])
  })

  test('a topic narrows by its address and by its name', async () => {
    const { name } = await database().topic.findUniqueOrThrow({ where: { id: topic.id } })
    expect(await headlines(`topic:${topic.slug}`)).toEqual(['Dredger three'])
    expect(await headlines(`dredger topic:"${name}"`)).toEqual(['Dredger three'])
  })

  test('without a word, the newest of what is narrowed come first', async () => {
    expect(await headlines('author:wray after:2026-03 before:2026-05')).toEqual(['Dredger three', 'Dredger two'])
  })

  test('the fields of the form narrow, too', async () => {
    expect(await headlines('dredger', { section: 'sport' })).toEqual(['Dredger two'])
    expect(await headlines('dredger', { after: '2026-03-02', before: '2026-04-01' })).toEqual(['Dredger two'])
  })
})

describe('phrases', () => {
  beforeAll(async () => {
    await told('Sluice opened', { text: 'The upper sluice gate was opened, and the lower gate was shut.' })
    await told('Gate opened', { text: 'The gate of the sluice was opened by the lower-lying farms.' })
    await told('Terraces', { text: "O'Neil owns the Café Élysée. It has a terrace.", on: '2026-01-05' })
    await told('Lane named', { text: 'It is now called Old Mill Lane Bridge.', on: '2026-01-06' })
    const apart = 'Old mill wheels turn. The mill lane is shut. A lane bridge was built.'
    await told('Lane shut', { text: apart, on: '2026-01-20', by: tomas, in: sport })
  })

  test.each([
    ['"sluice gate"', ['Sluice opened']],
    ['"gate of the sluice"', ['Gate opened']],
    ['sluice -"sluice gate"', ['Gate opened']],
    ['"lower gate" or lower-lying', ['Gate opened', 'Sluice opened']],
    // What is left out as a phrase may be there in parts.
    ['"gate of the sluice" -"opened gate"', ['Gate opened']],
    ['lower-lying', ['Gate opened']],
  ])('%s', async (typed, wanted) => {
    expect((await headlines(`${typed} after:2026`)).sort()).toEqual(wanted)
    expect((await headlines(typed, { order: 'date' })).sort()).toEqual(wanted)
  })

  test.each([
    // By stems and without accents, as words are.
    ['"sluices gates"', ['Sluice opened']],
    ['"cafe elysees"', ['Terraces']],
    ["o'neil", ['Terraces']],
    // Other small words may stand where small words were typed, and as many.
    ['"gate on a sluice"', ['Gate opened']],
    ['"gate sluice"', []],
    ['"gate the sluice"', []],
    // Each two next to each other are not all of them next to each other.
    ['"old mill lane bridge"', ['Lane named']],
    ['"mill lane"', ['Lane named', 'Lane shut']],
    ['"mill lane" -"old mill lane bridge"', ['Lane shut']],
    ['"lane bridge" or "sluice gate"', ['Lane named', 'Lane shut', 'Sluice opened']],
    ['"mill lane" section:sport', ['Lane shut']],
    ['"mill lane" author:wray', ['Lane shut']],
    ['"mill lane" before:2026-01-10', ['Lane named']],
    ['"mill lane" after:2026-01-10 before:2026-02', ['Lane shut']],
  ])('%s', async (typed, wanted) => {
    expect((await headlines(typed)).sort()).toEqual(wanted)
    expect((await headlines(typed, { order: 'date' })).sort()).toEqual(wanted)
  })

  test('in a headline come before those in a text', async () => {
    await told('No bitter almond', { text: 'The bitter almond harvest failed.' })
    await told('Harvest failed', { text: 'A bitter almond, a bitter almond tree.' })
    expect(await headlines('"bitter almond"')).toEqual(['No bitter almond', 'Harvest failed'])
  })

  test('are found as the live edition has them, until it is withdrawn', async () => {
    const id = await told('Otters counted', { text: 'Nineteen otter holts were seen.' })
    await retype(ines, id, 2, 'Nineteen dry holts, and an otter.')
    expect(await headlines('"otter holts"')).toEqual(['Otters counted'])
    expect(await headlines('"dry holts"')).toEqual([])
    await publishNow(ines, id)
    expect(await headlines('"otter holts"')).toEqual([])
    expect(await headlines('"dry holts"')).toEqual(['Otters counted'])
    await unpublishArticle(ines, { articleId: id, reason: 'Wrong.' })
    expect(await headlines('"dry holts"')).toEqual([])
    await publishNow(ines, id)
    expect(await headlines('"dry holts"')).toEqual(['Otters counted'])
    await killArticle(ines, { articleId: id, reason: 'It was wrong from the start.' })
    expect(await headlines('"dry holts"')).toEqual([])
    expect(await headlines('holts')).toEqual([])
  })

  test('move with their section', async () => {
    const [from, into] = [await aSection('harbour'), await aSection('coast')]
    const id = await told('Pilots strike', { text: 'Every pilot cutter stayed in.', in: from })
    await database().publication.update({ where: { articleId: id }, data: { sectionId: into.id } })
    expect(await headlines('"pilot cutter" section:harbour')).toEqual([])
    expect(await headlines('"pilot cutter" section:coast')).toEqual(['Pilots strike'])
    expect(await headlines('cutter section:coast')).toEqual(['Pilots strike'])
  })
})

describe('order', () => {
  test('by relevance a headline weighs more than a text, and of two alike the newer comes first', async () => {
    await told('Something else entirely', { text: 'A wherry was seen.', on: '2026-05-03' })
    await told('The wherry, old', { on: '2026-05-01' })
    await told('The wherry, new', { on: '2026-05-02' })
    expect(await headlines('wherry')).toEqual(['The wherry, new', 'The wherry, old', 'Something else entirely'])
    expect(await headlines('wherry', { order: 'date' })).toEqual([
      'Something else entirely',
      'The wherry, new',
      'The wherry, old',
    ])
  })

  test('pages follow each other without a gap and nothing twice', async () => {
    for (let number = 0; number < 23; number++) await told(`Sculler ${number}`, { on: '2026-06-01' })
    for (const order of ['relevance', 'date']) {
      const first = await search('sculler', { order })
      const second = await search('sculler', { order }, 2)
      expect([first.hits.length, first.hasMore, second.hits.length, second.hasMore]).toEqual([20, true, 3, false])
      expect(new Set([...first.hits, ...second.hits].map(({ article }) => article.id)).size).toBe(23)
    }
  })
})

describe('spelling', () => {
  test('where nothing has a word, what has the likeliest other is shown and said', async () => {
    await told('Lighthouse keeper retires')
    const result = await search('lighthuose keeper')
    expect(result).toMatchObject({ proposal: 'lighthouse keeper', isOfProposal: true })
    expect(result.hits.map(({ article }) => article.headline)).toEqual(['Lighthouse keeper retires'])
    expect(result.hits[0]?.excerpt.some(({ text, isMatch }) => isMatch && text === 'Lighthouse')).toBe(true)
  })

  test('operators stay with the other spelling', async () => {
    expect(await search('lighthuose section:news')).toMatchObject({ proposal: 'lighthouse section:news' })
    expect(await search('lighthuose section:sport')).toMatchObject({ proposal: null, hits: [] })
  })

  test('no word of a draft, and none of what was withdrawn, is ever proposed', async () => {
    await anArticle(ines, { document: aDocument('Brigantine sold in secret'), sectionId: news.id })
    const id = await told('Felucca withdrawn')
    expect(await search('fellucca')).toMatchObject({ proposal: 'felucca' })
    await unpublishArticle(ines, { articleId: id, reason: 'Wrong.' })
    expect(await search('fellucca')).toMatchObject({ proposal: null, hits: [] })
    expect(await search('brigantin sold')).toMatchObject({ proposal: null, hits: [] })
    expect(await search('brigantime')).toMatchObject({ proposal: null, hits: [] })
  })
})

test('a question of what is not there alone is answered by date, and one of stop words with nothing', async () => {
  expect((await headlines('-dredger after:2026-05 before:2026-05-03')).sort()).toEqual([
    'The wherry, new',
    'The wherry, old',
  ])
  expect(await headlines('the')).toEqual([])
})

test('an edition that says something else is found by its new words alone', async () => {
  const id = await told('Pinnace launched')
  await database().publication.update({
    where: { articleId: id },
    data: { headline: 'Gig launched', words: 'Gig launched' },
  })
  expect(await headlines('pinnace')).toEqual([])
  expect(await headlines('gig')).toHaveLength(1)
})

test('words of what was just published are found, and put into the index by a job', async () => {
  // Else the database's own housekeeping might be there first.
  await database().$executeRaw`ALTER TABLE "Publication" SET (autovacuum_enabled = false)`
  await mergeNewWords()
  await told('Corncrake heard', { text: 'A corncrake nest was found.' })
  expect(await headlines('"corncrake nest"')).toEqual(['Corncrake heard'])
  expect(await mergeNewWords()).toBeGreaterThan(0)
  expect(await mergeNewWords()).toBe(0)
  expect(await headlines('"corncrake nest"')).toEqual(['Corncrake heard'])
})

test('words behind an apostrophe are found, whichever apostrophe they have and whichever is typed', async () => {
  await told('Tannery heirs', { text: 'Ada O’Neil asked for l’homme du quai, and for the council’s help.' })
  await told('Tannery hands', { text: "Hugh O'Neil came with l'homme du quai." })
  for (const q of ['homme', "l'homme", 'l’homme', "o'neil", 'O’Neil', '"l’homme du quai"', "tannery o'neil"])
    expect(await headlines(q), q).toEqual(expect.arrayContaining(['Tannery heirs', 'Tannery hands']))
  expect(await headlines("council's")).toContain('Tannery heirs')
  const [hit] = (await search('tannery homme')).hits.filter(({ article }) => article.headline === 'Tannery heirs')
  const excerpt = hit?.excerpt ?? []
  expect(excerpt.map(({ text }) => text).join('')).toContain('asked for l’homme du quai, and for the council’s help')
  expect(excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toContain('homme')
})
