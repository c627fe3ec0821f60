import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { addQuestion } from '@/lib/checklists/add-question'
import { deleteQuestion } from '@/lib/checklists/delete-question'
import { tickQuestion } from '@/lib/checklists/tick'
import { titlesOf } from '@/lib/document/document'
import { printText } from '@/lib/document/print-text'
import { NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { findNewsroomPicture, findPublicPicture } from '@/lib/media/find-picture'
import { storePicture } from '@/lib/media/store-picture'
import type { PersonActor } from '@/lib/policy/actor'
import { getEdition } from '@/lib/record/get-edition'
import { listEditions } from '@/lib/record/list-editions'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument, linked, readMore } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor
let sectionId: string
const nobody = { kind: 'nobody' } as const

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Idris Fenner')
  reporter = await aPerson('REPORTER')
  sectionId = (await aSection()).id
})

async function aPicture(colour: string): Promise<string> {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
  return (await storePicture(editor, { bytes, fileName: `${colour}.jpg` })).id
}

async function showPicture(articleId: string, mediaId: string, baseVersion: number): Promise<void> {
  const value = { mediaId, alt: 'A boat', caption: '', credit: '' }
  await saveField(editor, { articleId, field: 'mainImage', value, baseVersion })
}

const linkedTo = (articleId: string) => linked('elsewhere', { articleId })

describe('An edition of the past', () => {
  test('has the words, the fields and the picture of then, after two changes', async () => {
    const [first, second] = [await aPicture('#102030'), await aPicture('#405060')]
    const id = await anArticle(editor, { document: aDocument('Ferry returns', 'On Monday.'), sectionId })
    await saveField(editor, { articleId: id, field: 'kicker', value: 'Skerra', baseVersion: 0 })
    await showPicture(id, first, 0)
    await publishNow(editor, id)
    await retype(editor, id, 2, 'On Tuesday.')
    await publishNow(editor, id)
    await retype(editor, id, 0, 'Ferry delayed')
    await showPicture(id, second, 1)
    await publishNow(editor, id)

    const past = await getEdition(reporter, { articleId: id, number: 1 })
    expect(titlesOf(past.article.document).headline).toBe('Ferry returns')
    expect(printText(past.article.document)).toContain('On Monday.')
    expect(past.article).toMatchObject({ kicker: 'Skerra', updatedAt: null, picture: { id: first } })
    expect(past).toMatchObject({ number: 1, count: 3, publishedBy: 'Idris Fenner' })
    const now = await getEdition(reporter, { articleId: id, number: 3 })
    expect(now).toMatchObject({ endedAt: null, article: { publishedAt: past.publishedAt, picture: { id: second } } })
    expect(now.article.updatedAt).toEqual(now.publishedAt)
    expect(past.endedAt).toEqual((await getEdition(reporter, { articleId: id, number: 2 })).publishedAt)

    // Readers get the picture of then no more; the newsroom does.
    expect(await findPublicPicture(first, 'w320.webp')).toBeNull()
    expect(await findNewsroomPicture(reporter, first, 'w320.webp')).not.toBeNull()
    expect(await findNewsroomPicture(nobody, first, 'w320.webp')).toBeNull()
  })

  test('shows what it points at as readers had that then', async () => {
    const card = await anArticle(editor, { document: aDocument('Slipway opens'), sectionId })
    const withdrawn = await anArticle(editor, { document: aDocument('Withdrawn'), sectionId })
    const later = await anArticle(editor, { document: aDocument('Later'), sectionId })
    for (const id of [card, withdrawn]) await publishNow(editor, id)
    await unpublishArticle(editor, { articleId: withdrawn, reason: 'It was wrong.' })
    const id = await anArticle(editor, {
      document: aDocument('Cards', readMore(card), linkedTo(withdrawn), linkedTo(later)),
      sectionId,
    })
    await publishNow(editor, id)
    await retype(editor, card, 0, 'Slipway closes')
    for (const target of [card, withdrawn, later]) await publishNow(editor, target)
    await publishNow(editor, id)
    await unpublishArticle(editor, { articleId: card, reason: 'It was wrong.' })

    const headlines = async (number: number) =>
      [...(await getEdition(editor, { articleId: id, number })).resolved.articles.values()]
        .map(({ headline, updatedAt }) => `${headline}${updatedAt === null ? '' : ', updated'}`)
        .sort()
    expect(await headlines(1)).toEqual(['Slipway opens'])
    expect(await headlines(2)).toEqual(['Later', 'Slipway closes, updated', 'Withdrawn, updated'])
  })

  test('says which story it followed, if readers had that one', async () => {
    const story = await anArticle(editor, {
      document: aDocument('The storm', linked('here', { href: 'https://a.example/' })),
      sectionId,
    })
    const id = await anArticle(editor, { document: aDocument('The morning after'), sectionId })
    await saveField(editor, { articleId: id, field: 'followsId', value: story, baseVersion: 0 })
    await publishNow(editor, id)
    await publishNow(editor, story)
    await publishNow(editor, id)
    expect((await getEdition(editor, { articleId: id, number: 1 })).follows).toBeNull()
    expect((await getEdition(editor, { articleId: id, number: 2 })).follows).toMatchObject({ headline: 'The storm' })
  })

  test('is there for an article that was killed, with when readers had it no more', async () => {
    const id = await anArticle(editor, { document: aDocument('Libel'), sectionId })
    await publishNow(editor, id)
    await killArticle(editor, { articleId: id, reason: 'It was wrong.' })
    const { editions } = await listEditions(reporter, id)
    expect(editions).toMatchObject([
      { number: 1, headline: 'Libel', publishedBy: 'Idris Fenner', overrideReason: null },
    ])
    expect(editions[0]?.endedAt).toBeInstanceOf(Date)
    expect((await getEdition(reporter, { articleId: id, number: 1 })).article.headline).toBe('Libel')
  })

  test('keeps why it went out in spite of the checklist, and what that said', async () => {
    const administrator = await aPerson('ADMINISTRATOR')
    const [asked, ignored] = await Promise.all(
      ['Did somebody call the ferrymen?', 'Is the toll in pounds?'].map((question) =>
        addQuestion(administrator, { templateId: null, question, level: 'WARN' }),
      ),
    )
    const id = await anArticle(editor, { document: aDocument('Toll is TK', 'TK'), sectionId })
    await tickQuestion(editor, { articleId: id, ruleId: asked?.id ?? '', version: await versionOf(id) })
    await publishArticle(editor, {
      articleId: id,
      version: await versionOf(id),
      overrideReason: 'The figure follows at noon',
    })
    const [edition] = (await listEditions(reporter, id)).editions
    expect(edition).toMatchObject({ version: await versionOf(id), overrideReason: 'The figure follows at noon' })
    expect(edition?.issues.map(({ severity }) => severity)).toContain('override')
    // The questions that are deleted now were asked then.
    for (const rule of [asked, ignored]) await deleteQuestion(administrator, { id: rule?.id ?? '' })
    const [kept] = (await listEditions(reporter, id)).editions
    expect(kept?.questions.toSorted((a, b) => a.question.localeCompare(b.question))).toEqual([
      { question: 'Did somebody call the ferrymen?', answer: { by: editor.name, at: expect.any(Date) } },
      { question: 'Is the toll in pounds?', answer: null },
    ])
  })

  test('is nobody’s who may not read the article, and does not exist before it went out', async () => {
    const id = await anArticle(editor, { sectionId })
    expect((await listEditions(reporter, id)).editions).toEqual([])
    await publishNow(editor, id)
    await expect(getEdition(nobody, { articleId: id, number: 1 })).rejects.toThrow(NotFound)
    await expect(listEditions(nobody, id)).rejects.toThrow(NotFound)
    await expect(getEdition(reporter, { articleId: id, number: 2 })).rejects.toThrow(NotFound)
    await expect(getEdition(reporter, { articleId: newId(), number: 1 })).rejects.toThrow(NotFound)
  })
})
