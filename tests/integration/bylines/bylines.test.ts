import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { listByline } from '@/lib/articles/readers'
import { saveField } from '@/lib/articles/save-field'
import { authorAsData } from '@/lib/articles/structured-lists'
import type { BylineValues } from '@/lib/bylines/byline'
import { changeByline } from '@/lib/bylines/change-byline'
import { findOwnByline, getKeptByline, listKeptBylines } from '@/lib/bylines/kept-bylines'
import { database } from '@/lib/db/database'
import { Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { findPublicPicture } from '@/lib/media/find-picture'
import { storePicture } from '@/lib/media/store-picture'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { createByline } from '@/lib/shelves/create-byline'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { purgedBy } from '@/tests/support/purged-by'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection()
})

async function aByline(): Promise<{ id: string; slug: string; values: BylineValues }> {
  const { id, slug } = await createByline(editor, { name: `Ines Moor ${newId().slice(-6)}` })
  return { id, slug, values: (await getKeptByline(editor, id)).values }
}

async function change(id: string, part: Partial<BylineValues>, seen?: BylineValues, actor = editor) {
  const values = seen ?? (await getKeptByline(editor, id)).values
  return changeByline(actor, { id, seen: values, wanted: { ...values, ...part } })
}

async function aPhotograph(): Promise<string> {
  const bytes = await sharp({ create: { width: 700, height: 700, channels: 3, background: '#557' } })
    .jpeg()
    .toBuffer()
  return (await storePicture(editor, { bytes, fileName: 'face.jpg', alt: 'A face', caption: '', credit: '' })).id
}

async function sign(articleId: string, bylineId: string): Promise<void> {
  await saveField(editor, { articleId, field: 'bylines', value: [{ bylineId, role: '' }], baseVersion: 0 })
}

describe('The page of a byline', () => {
  test('says what an editor put there, to readers and to machines, and is drawn again when that changes', async () => {
    const { id, slug } = await aByline()
    const articleId = await anArticle(editor, { document: aDocument('Tides'), sectionId: section.id })
    await sign(articleId, id)
    await publishNow(editor, articleId)
    const mediaId = await aPhotograph()
    const recording = emptyRecording()
    const before = await recordInto(recording, () => listByline(slug, 1))
    expect(before?.subject).toMatchObject({ jobTitle: '', biography: '', email: '', profiles: [], picture: null })
    expect(recording.tags).toContain(tag.byline(id))
    const said = {
      jobTitle: 'Ports reporter',
      biography: 'Grew up on a quay.\n\nWrites about tides.',
      picture: { mediaId, alt: 'Ines on a quay' },
      email: 'ines@example.org',
      profiles: ['https://bsky.app/profile/ines'],
    }
    expect(await purgedBy(() => change(id, said))).toEqual([tag.byline(id)])
    const author = (await listByline(slug, 1))?.subject
    expect(author).toMatchObject({ ...said, picture: { id: mediaId, alt: 'Ines on a quay' } })
    if (author === undefined) throw new Error('There is no page')
    const list = { name: author.name, description: '', path: `/author/${slug}`, articles: [], before: 0 }
    const paper = { name: 'The Paper' } as Parameters<typeof authorAsData>[2]
    expect(authorAsData(author, list, paper, 'https://paper.example')).toMatchObject({
      mainEntity: {
        '@type': 'Person',
        jobTitle: 'Ports reporter',
        description: 'Grew up on a quay. Writes about tides.',
        image: expect.stringMatching(`^https://paper.example/media/${mediaId}/w\\d+.webp$`),
        email: 'ines@example.org',
        sameAs: ['https://bsky.app/profile/ines'],
      },
    })
  })

  test('has its photograph for nobody before an article carries the byline, and not after the last one is gone', async () => {
    const { id } = await aByline()
    const mediaId = await aPhotograph()
    await change(id, { picture: { mediaId, alt: 'A face' } })
    const rendition = `w${(await database().mediaAsset.findUniqueOrThrow({ where: { id: mediaId } })).widths[0]}.webp`
    expect(await findPublicPicture(mediaId, rendition)).toBeNull()
    const articleId = await anArticle(editor, { document: aDocument('Ebb'), sectionId: section.id })
    await sign(articleId, id)
    expect(await findPublicPicture(mediaId, rendition)).toBeNull()
    await publishNow(editor, articleId)
    expect(await findPublicPicture(mediaId, rendition)).not.toBeNull()
    await change(id, { picture: null })
    expect(await findPublicPicture(mediaId, rendition)).toBeNull()
  })
})

describe('Who changes it', () => {
  test('an editor each, a reporter and a lawyer their own', async () => {
    const { id } = await aByline()
    for (const role of ['REPORTER', 'LAWYER'] as const) {
      const person = await aPerson(role)
      const own = (await findOwnByline(person)) ?? ''
      await expect(change(id, { jobTitle: 'Chief' }, undefined, person)).rejects.toThrow(Forbidden)
      expect((await getKeptByline(person, id)).mayEdit).toBe(false)
      expect((await getKeptByline(person, own)).mayEdit).toBe(true)
      expect(await change(own, { jobTitle: 'Chief' }, undefined, person)).toEqual({ kind: 'saved' })
    }
    expect((await getKeptByline(editor, id)).values.jobTitle).toBe('')
  })

  test('two who change different fields do not meet; of two who change one the second sees the first’s', async () => {
    const { id, values } = await aByline()
    const other = await aPerson('EDITOR', 'Ana Lund')
    expect(await change(id, { jobTitle: 'Reporter' }, values, other)).toEqual({ kind: 'saved' })
    expect(await change(id, { biography: 'Sails.' }, values)).toEqual({ kind: 'saved' })
    const met = await change(id, { jobTitle: 'Editor', email: 'a@example.org' }, values, other)
    expect(met).toMatchObject({ kind: 'clash', standing: { jobTitle: 'Reporter', biography: 'Sails.', email: '' } })
    expect((await getKeptByline(editor, id)).values).toMatchObject({ jobTitle: 'Reporter', email: '' })
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'byline.edit' } })
    expect(events.map(({ detail }) => detail)).toEqual([{ changed: ['jobTitle'] }, { changed: ['biography'] }])
  })

  test('a picture that is not there is refused', async () => {
    const { id } = await aByline()
    await expect(change(id, { picture: { mediaId: newId(), alt: 'Nobody' } })).rejects.toThrow(Invalid)
  })
})

test('the list finds names, says what their pages lack, and pages', async () => {
  const { id, values } = await aByline()
  const lone = values.name.slice(-6)
  const find = async () => (await listKeptBylines(editor, { words: lone, page: 1 })).bylines
  expect(await find()).toMatchObject([
    { id, login: 'none', articles: 0, has: { picture: false, biography: false, contacts: false }, mayEdit: true },
  ])
  await change(id, { email: 'ines@example.org', biography: 'Sails.' })
  expect(await find()).toMatchObject([{ id, has: { picture: false, biography: true, contacts: true } }])
  const many = `Crew ${newId().slice(-6)}`
  await database().byline.createMany({
    data: Array.from({ length: 51 }, (_, number) => {
      const own = newId()
      return { id: own, slug: own, name: `${many} ${String(number).padStart(2, '0')}`, createdAt: new Date() }
    }),
  })
  const pages = await Promise.all([1, 2].map((page) => listKeptBylines(editor, { words: many, page })))
  expect(pages.map(({ bylines, hasMore }) => [bylines.length, hasMore])).toEqual([
    [50, true],
    [1, false],
  ])
})
