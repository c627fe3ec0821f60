import { beforeAll, describe, expect, test } from 'vitest'
import { EditionMetadata } from '@/lib/articles/edition-metadata'
import type { FieldName } from '@/lib/articles/fields'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { findArticleByPath, listSection } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { saveField } from '@/lib/articles/save-field'
import { newsArticle } from '@/lib/articles/structured-data'
import { findSocialPicture } from '@/lib/cards/social-picture'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { Forbidden, Invalid } from '@/lib/errors'
import { DEFAULT_LOOK } from '@/lib/look/look-settings'
import type { PersonActor } from '@/lib/policy/actor'
import { DEFAULT_SETTINGS } from '@/lib/settings/paper-settings'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument, readMore } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let stranger: PersonActor
let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  stranger = await aPerson('REPORTER', 'Else Where')
  editor = await aPerson('EDITOR', 'Edwin Editor')
  section = await aSection()
})

const values = {
  dateline: 'ALDERMOUTH, Tuesday',
  shortHeadline: 'Ferry is back',
  searchHeadline: 'Aldermouth ferry timetable: service returns after ten years',
  socialHeadline: 'Ten years later, she sails again',
  mailHeadline: 'The ferry sails again',
  commissionedWords: 450,
} as const

async function saveAll(articleId: string): Promise<void> {
  for (const [field, value] of Object.entries(values))
    await saveField(reporter, { articleId, field: field as FieldName, value, baseVersion: 0 })
}

describe('Dateline, headlines of the surfaces, commissioned length', () => {
  test('each is saved with a version of its own and read back', async () => {
    const id = await anArticle(reporter)
    await saveAll(id)
    const { fields, fieldVersions } = await getArticleForDesk(reporter, id)
    expect(fields).toMatchObject(values)
    expect(fieldVersions).toMatchObject({ dateline: 1, mailHeadline: 1, commissionedWords: 1 })
  })

  test('of two who change one, the second is told both values', async () => {
    const id = await anArticle(reporter)
    await saveField(editor, { articleId: id, field: 'commissionedWords', value: 400, baseVersion: 0 })
    expect(
      await saveField(reporter, { articleId: id, field: 'commissionedWords', value: 500, baseVersion: 0 }),
    ).toEqual({
      kind: 'clash',
      version: 1,
      value: 400,
      by: 'Edwin Editor',
    })
  })

  test.each([
    ['dateline', 'two\nlines'],
    ['dateline', 'x'.repeat(121)],
    ['shortHeadline', 'x'.repeat(81)],
    ['searchHeadline', 'x'.repeat(121)],
    ['socialHeadline', 'x'.repeat(161)],
    ['mailHeadline', 'x'.repeat(121)],
    ['commissionedWords', 0],
    ['commissionedWords', 100_001],
    ['commissionedWords', 1.5],
    ['commissionedWords', '450'],
  ] as const)('%s is never %s', async (field, value) => {
    const id = await anArticle(reporter)
    await expect(saveField(reporter, { articleId: id, field, value, baseVersion: 0 })).rejects.toThrow(Invalid)
  })

  test('a reporter changes none of another’s article', async () => {
    const id = await anArticle(reporter)
    for (const [field, value] of Object.entries(values))
      await expect(
        saveField(stranger, { articleId: id, field: field as FieldName, value, baseVersion: 0 }),
        field,
      ).rejects.toThrow(Forbidden)
  })

  test('each surface uses its own; where there is none, the one above the text', async () => {
    const plain = await anArticle(editor, { document: aDocument('The plain one'), sectionId: section.id })
    await publishNow(editor, plain)
    const id = await anArticle(reporter, {
      document: aDocument('Ferry returns after ten years'),
      sectionId: section.id,
    })
    await saveAll(id)
    const { path } = await publishNow(editor, id)
    const found = await findArticleByPath(section.slug, path.split('/')[2] ?? '')
    if (found.kind !== 'live') throw new Error(found.kind)
    const { article } = found
    expect(article).toMatchObject({ headline: 'Ferry returns after ten years', cardHeadline: 'Ferry is back' })
    expect(article.metadata).toMatchObject({
      dateline: values.dateline,
      searchHeadline: values.searchHeadline,
      socialHeadline: values.socialHeadline,
      mailHeadline: values.mailHeadline,
    })
    expect(article.metadata).not.toHaveProperty('commissionedWords')
    const card = findSocialPicture(article, DEFAULT_SETTINGS, DEFAULT_LOOK)
    expect(newsArticle(article, DEFAULT_SETTINGS, 'https://paper.example', null, null, null, card)).toMatchObject({
      headline: 'Ferry returns after ten years',
      dateline: values.dateline,
      image: [{ url: expect.stringMatching(`^https://paper.example/cards/${id}.png`), width: '1200 px' }],
    })
    const cards = (await listSection(section.slug, 1))?.articles.map(({ cardHeadline }) => cardHeadline)
    expect(cards).toEqual(['Ferry is back', 'The plain one'])
    const pointing = parseDocument(aDocument('See also', readMore(id)))
    expect((await resolveReferences(pointing)).articles.get(id)?.headline).toBe('Ferry is back')
  })

  test('what readers have stays until the next publication, and a new length is no change for them', async () => {
    const id = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, id)
    await saveField(editor, { articleId: id, field: 'commissionedWords', value: 300, baseVersion: 0 })
    expect((await getArticleForDesk(editor, id)).hasUnpublishedChanges).toBe(false)
    await saveField(editor, { articleId: id, field: 'shortHeadline', value: 'Shorter', baseVersion: 0 })
    expect((await getArticleForDesk(editor, id)).hasUnpublishedChanges).toBe(true)
    const edition = await database().edition.findFirstOrThrow({ where: { articleId: id } })
    expect(EditionMetadata.parse(edition.metadata).shortHeadline).toBe('')
  })

  test('an edition from before these fields is read with none of them', async () => {
    const id = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, id)
    const { metadata } = await database().edition.findFirstOrThrow({ where: { articleId: id } })
    const { dateline, shortHeadline, searchHeadline, socialHeadline, mailHeadline, ...before } = metadata as Record<
      string,
      unknown
    >
    expect([dateline, shortHeadline, searchHeadline, socialHeadline, mailHeadline]).toEqual(['', '', '', '', ''])
    expect(EditionMetadata.parse(before)).toEqual(metadata)
  })
})
