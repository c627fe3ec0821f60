import { beforeAll, describe, expect, test } from 'vitest'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { saveField } from '@/lib/articles/save-field'
import { Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { createByline } from '@/lib/shelves/create-byline'
import { anArticle, retype } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR', 'Edwin Editor')
})

describe('Fields around the text', () => {
  test('each field is saved and read back', async () => {
    const id = await anArticle(reporter)
    const section = await aSection()
    const topic = await aTopic()
    const guest = await createByline(reporter, { name: 'Gust Guest' })
    const values = {
      kicker: 'Harbour',
      trailText: 'Two lines\nof it',
      sectionId: section.id,
      slug: 'ferry-returns',
      sourceName: 'The Other Paper',
      sourceUrl: 'https://other.example/a?b=1',
      isSourceCanonical: true,
      topics: [topic.id],
      bylines: [{ bylineId: guest.id, role: 'Translated by' }],
    } as const
    for (const [field, value] of Object.entries(values)) {
      await saveField(editor, { articleId: id, field: field as keyof typeof values, value, baseVersion: 0 })
    }
    const article = await getArticleForDesk(editor, id)
    expect(article.fields).toMatchObject(values)
    expect(article.fieldVersions.kicker).toBe(1)
    expect(article.names.bylines).toEqual([{ id: guest.id, name: 'Gust Guest', hasLogin: false }])
  })

  test('a field that somebody else changed is not overwritten: both values are known', async () => {
    const id = await anArticle(reporter)
    await saveField(editor, { articleId: id, field: 'kicker', value: 'Harbour', baseVersion: 0 })
    const clash = await saveField(reporter, { articleId: id, field: 'kicker', value: 'Port', baseVersion: 0 })
    expect(clash).toEqual({ kind: 'clash', version: 1, value: 'Harbour', by: 'Edwin Editor' })
    expect((await getArticleForDesk(editor, id)).fields.kicker).toBe('Harbour')
    expect(await saveField(reporter, { articleId: id, field: 'kicker', value: 'Port', baseVersion: 1 })).toEqual({
      kind: 'saved',
      version: 2,
    })
  })

  test('of two who save one field at once, one is told', async () => {
    const id = await anArticle(reporter)
    const results = await Promise.all(
      ['A', 'B', 'C'].map((value) => saveField(reporter, { articleId: id, field: 'kicker', value, baseVersion: 0 })),
    )
    expect(results.map(({ kind }) => kind).sort()).toEqual(['clash', 'clash', 'saved'])
  })

  test('two who change different fields do not meet', async () => {
    const id = await anArticle(reporter)
    await Promise.all([
      saveField(reporter, { articleId: id, field: 'kicker', value: 'A', baseVersion: 0 }),
      saveField(editor, { articleId: id, field: 'trailText', value: 'B', baseVersion: 0 }),
    ])
    expect((await getArticleForDesk(editor, id)).fields).toMatchObject({ kicker: 'A', trailText: 'B' })
  })

  test('a slug follows the headline until somebody types one, and again when it is emptied', async () => {
    const id = await anArticle(reporter)
    await retype(reporter, id, 0, 'Ferry returns to Zürich’s lake')
    expect((await getArticleForDesk(reporter, id)).fields.slug).toBe('ferry-returns-to-zurichs-lake')
    await saveField(reporter, { articleId: id, field: 'slug', value: 'ferry', baseVersion: 0 })
    await retype(reporter, id, 0, 'Ferry sinks')
    expect((await getArticleForDesk(reporter, id)).fields.slug).toBe('ferry')
    await saveField(reporter, { articleId: id, field: 'slug', value: '', baseVersion: 1 })
    expect((await getArticleForDesk(reporter, id)).fields.slug).toBe('ferry-sinks')
  })

  test.each([
    ['slug', 'Not A Slug'],
    ['slug', '../desk'],
    ['sourceUrl', 'javascript:alert(1)'],
    ['sourceUrl', 'ftp://x.example/'],
    ['kicker', 'two\nlines'],
    ['kicker', 'x'.repeat(61)],
    ['sectionId', newId()],
    ['topics', [newId()]],
    ['topics', 'all'],
    ['bylines', [{ bylineId: newId(), role: '' }]],
    ['mainImage', { mediaId: newId(), alt: '', caption: '', credit: '' }],
    ['isSourceCanonical', { not: '' }],
  ] as const)('%s refuses %j', async (field, value) => {
    const id = await anArticle(reporter)
    await expect(saveField(reporter, { articleId: id, field, value, baseVersion: 0 })).rejects.toThrow(Invalid)
  })

  test('a reporter cannot change the fields of somebody else’s article', async () => {
    const id = await anArticle(await aPerson('REPORTER'))
    await expect(
      saveField(reporter, { articleId: id, field: 'kicker', value: 'Mine', baseVersion: 0 }),
    ).rejects.toThrow(Forbidden)
  })
})
