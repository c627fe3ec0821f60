import { beforeAll, describe, expect, test } from 'vitest'
import { type ArticleFilter, byIndex, filterArticles } from '@/lib/articles/article-filter'
import { type ArticleRow, listArticles, listLatestPublished } from '@/lib/articles/list-articles'
import { database, Prisma } from '@/lib/db/database'
import { Invalid, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { freshDatabase } from '@/tests/support/database'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

describe('the list of a small desk', () => {
  let editor: PersonActor
  let reporter: PersonActor
  let section: { id: string; slug: string }

  beforeAll(async () => {
    editor = await aPerson('EDITOR', 'Edda Marsh')
    reporter = await aPerson('REPORTER', 'Rolf Quay')
    section = await aSection('harbour')
    await anArticle(reporter, { document: aDocument('Ferry returns to Élan Island', 'Nobody mentioned the zeppelin.') })
    const live = await anArticle(reporter, {
      document: aDocument('Storm closes the bridge 100%_sure'),
      sectionId: section.id,
      slug: 'storm-closes-the-bridge',
    })
    await publishNow(editor, live)
    await anArticle(editor, { document: aDocument('School opens late', 'Pupils cheered.'), sectionId: section.id })
  })

  const headlines = async (wanted: ArticleFilter) => (await listArticles(editor, wanted)).articles.map(headlineOf)

  test('the last edited comes first', async () => {
    expect(await headlines({})).toEqual([
      'School opens late',
      'Storm closes the bridge 100%_sure',
      'Ferry returns to Élan Island',
    ])
  })

  test('it is filtered by state, section, author and person, and by all of them at once', async () => {
    const byline = await database().byline.findUniqueOrThrow({ where: { personId: reporter.id } })
    expect(await headlines({ state: 'DRAFT' })).toEqual(['School opens late', 'Ferry returns to Élan Island'])
    expect(await headlines({ sectionId: section.id })).toHaveLength(2)
    expect(await headlines({ authorId: byline.id })).toHaveLength(2)
    expect(await headlines({ personId: editor.id })).toEqual(['School opens late'])
    expect(
      await headlines({ state: 'PUBLISHED', sectionId: section.id, authorId: byline.id, words: 'storms bridges' }),
    ).toEqual(['Storm closes the bridge 100%_sure'])
    expect(await headlines({ sectionId: newId() })).toEqual([])
  })

  test('words are found in the body, in other forms, and as parts of the headline without their accents', async () => {
    expect(await headlines({ words: 'zeppelin' })).toEqual(['Ferry returns to Élan Island'])
    expect(await headlines({ words: 'cheering pupil' })).toEqual(['School opens late'])
    expect(await headlines({ words: 'elan isl' })).toEqual(['Ferry returns to Élan Island'])
    expect(await headlines({ words: '"opens late" -storm' })).toEqual(['School opens late'])
    expect(await headlines({ words: 'submarine' })).toEqual([])
  })

  test('percent and underscore are letters, not wildcards', async () => {
    expect(await headlines({ words: '100%_s' })).toEqual(['Storm closes the bridge 100%_sure'])
    expect(await headlines({ words: '1%0' })).toEqual([])
    expect(await headlines({ words: '%%%' })).toEqual([])
    expect(await headlines({ words: 'scho_l' })).toEqual([])
  })

  test.each([
    '\'; DROP TABLE "Article"; --',
    '\0',
    'a\0b',
    '\\',
    "'''''",
    '"unclosed',
    ':*&|!()<->',
    '- - -',
    'x'.repeat(10_000),
    '🦆'.repeat(300),
    '\ud800',
    '   ',
  ])('%j as words breaks nothing', async (words) => {
    await expect(listArticles(editor, { words })).resolves.toBeDefined()
  })

  test('a row says what the desk needs to know', async () => {
    const { articles } = await listArticles(reporter, { state: 'PUBLISHED' })
    expect(articles).toEqual([
      {
        id: expect.any(String),
        headline: 'Storm closes the bridge 100%_sure',
        state: 'PUBLISHED',
        hasUnpublishedChanges: false,
        sectionName: 'harbour',
        bylines: ['Rolf Quay'],
        createdBy: 'Rolf Quay',
        goneTargets: [],
        changedClaims: [],
        heldBy: null,
        editedAt: expect.any(Date),
        stateChangedAt: expect.any(Date),
        firstPublishedAt: expect.any(Date),
        path: '/harbour/storm-closes-the-bridge',
      },
    ])
    expect(await listLatestPublished(reporter, 5)).toEqual(articles)
  })

  test('a live article that is edited says that readers have not got the changes', async () => {
    const id = await anArticle(reporter, { document: aDocument('Bakery wins'), sectionId: section.id, slug: 'bakery' })
    await publishNow(editor, id)
    await retype(editor, id, 2, 'The bakery won again.')
    const { articles } = await listArticles(editor, { words: 'bakery' })
    expect(articles).toMatchObject([{ id, state: 'PUBLISHED', hasUnpublishedChanges: true, path: '/harbour/bakery' }])
  })

  test('nobody gets no list', async () => {
    await expect(listArticles({ kind: 'nobody' }, {})).rejects.toThrow(NotSignedIn)
    await expect(listLatestPublished({ kind: 'nobody' }, 5)).rejects.toThrow(NotSignedIn)
  })

  test.each([
    '',
    'x',
    '{"id":1}',
    Buffer.from(`99999999999999999999 ${newId()}`).toString('base64url'),
    Buffer.from(`1 ${newId()}'`).toString('base64url'),
    Buffer.from(`-1 ${newId()}`).toString('base64url'),
  ])('the cursor %j is none of ours', async (cursor) => {
    await expect(listArticles(editor, { cursor })).rejects.toThrow(Invalid)
  })
})

describe('the list of 100,000 articles', () => {
  let editor: PersonActor
  const sectionId = newId()
  const bylineId = newId()

  beforeAll(async () => {
    await freshDatabase()
    editor = await aPerson('EDITOR')
    await fill({ personId: editor.id, sectionId, bylineId })
  }, 240_000)

  test('pages by cursor meet every article once, also where many were edited in one millisecond', async () => {
    const met: string[] = []
    let cursor: string | undefined
    do {
      const page = await listArticles(editor, { state: 'FILED', limit: 100, cursor })
      met.push(...page.articles.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(met).toHaveLength(500)
    expect(new Set(met).size).toBe(500)
  })

  const after = { id: newId(), editedAt: new Date('2022-01-01') }
  const filters: [string, ArticleFilter, RegExp][] = [
    ['nothing', {}, /Article_editedAt_id_idx/],
    ['state', { state: 'DRAFT' }, /Article_state_editedAt_id_idx/],
    ['a common state', { state: 'PUBLISHED' }, /Article_(state_)?editedAt_id_idx/],
    ['section', { sectionId }, /Article_sectionId_editedAt_id_idx/],
    ['topic', { topicId: newId() }, /ArticleTopic_(topicId_idx|pkey)/],
    ['author', { authorId: bylineId }, /ArticleByline_(bylineId_idx|pkey)/],
    [
      'person',
      {
        get personId() {
          return editor.id
        },
      },
      /Article_createdById_editedAt_id_idx/,
    ],
    ['a rare word', { words: 'lighthouse' }, /Article_pkey|Article_editedAt_id_idx/],
    ['part of a headline', { words: 'lighth' }, /Article_pkey|Article_editedAt_id_idx/],
    ['a word in every draft', { words: 'council' }, /Draft_words_search/],
    ['a part in every headline', { words: 'articl' }, /Article_headline_part/],
    ['all of them', { words: 'council', state: 'DRAFT', sectionId, authorId: bylineId }, /Draft_words_search/],
  ]

  test.each(filters)('filtered by %s, no table is read from end to end', async (_, filter, index) => {
    for (const from of [null, after]) {
      const query = await filterArticles(editor, filter, { after: from, limit: 31 })
      const plan = await byIndex<{ 'QUERY PLAN': string }>(Prisma.sql`EXPLAIN ${query}`)
      const text = plan.map((line) => line['QUERY PLAN']).join('\n')
      expect(text).not.toMatch(/Seq Scan/)
      expect(text).toMatch(index)
    }
  })

  test.each(filters.slice(0, 4))('filtered by %s, nothing is sorted: the index has the order', async (_, filter) => {
    const query = await filterArticles(editor, filter, { after, limit: 31 })
    const plan = await byIndex<{ 'QUERY PLAN': string }>(Prisma.sql`EXPLAIN ${query}`)
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toMatch(/Sort/)
  })

  test('a word in few of them and a word in all of them are found newest first', async () => {
    const rare = await listArticles(editor, { words: 'lighthouse' })
    expect(rare.articles.map(headlineOf)).toEqual(
      [100_000, 80_000, 60_000, 40_000, 20_000].map((n) => `Article ${n} lighthouse`),
    )
    const common = await listArticles(editor, { words: 'council', limit: 2 })
    expect(common.articles.map(headlineOf)).toEqual([
      'Article 100000 lighthouse',
      expect.stringMatching(/^Article 999\d\d$/),
    ])
  })
})

function headlineOf({ headline }: ArticleRow): string {
  return headline
}

/** 100,000 articles in ten sections and under ten bylines; each hundred is edited in the same millisecond. */
async function fill(first: { personId: string; sectionId: string; bylineId: string }): Promise<void> {
  const at = new Date('2020-01-01')
  const db = database()
  const shelves = Array.from({ length: 10 }, (_, position) => ({
    position,
    name: `Shelf ${position}`,
    sectionId: position === 0 ? first.sectionId : newId(),
    bylineId: position === 0 ? first.bylineId : newId(),
  }))
  for (const { position, name, sectionId, bylineId } of shelves) {
    await db.section.create({ data: { id: sectionId, slug: `section-${position}`, name, position } })
    await db.byline.create({ data: { id: bylineId, slug: `byline-${position}`, name, createdAt: at } })
  }
  await db.$executeRaw`
    INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", "sectionId", headline)
    SELECT gen_random_uuid(),
           (CASE WHEN n % 200 = 1 THEN 'FILED' WHEN n % 50 = 0 THEN 'DRAFT' ELSE 'PUBLISHED' END)::"ArticleState",
           ${first.personId}::uuid, ${at}::timestamptz, ${at}::timestamptz + (n / 100) * interval '1 hour',
           (${shelves.map(({ sectionId }) => sectionId)}::uuid[])[1 + n / 3 % 10],
           'Article ' || n || CASE WHEN n % 20000 = 0 THEN ' lighthouse' ELSE '' END
    FROM generate_series(1, 100000) AS n`
  await db.$executeRaw`
    INSERT INTO "Draft" ("articleId", version, document, "updatedAt", words)
    SELECT id, 0, '{}', "editedAt", headline || ' the council met' FROM "Article"`
  await db.$executeRaw`
    INSERT INTO "ArticleByline" ("articleId", "bylineId", position)
    SELECT id, (${shelves.map(({ bylineId }) => bylineId)}::uuid[])[1 + abs(hashtext(id::text)) % 10], 0 FROM "Article"`
  await db.$executeRaw`ANALYZE`
}
