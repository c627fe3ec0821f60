import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/(site)/oembed/route'
import { killArticle } from '@/lib/articles/kill-article'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, type Recording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { DEFAULT_SETTINGS } from '@/lib/settings/paper-settings'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Ines Calder')
  section = await aSection()
})

async function draft(headline: string): Promise<string> {
  return anArticle(editor, { document: aDocument(headline), sectionId: section.id })
}

async function published(headline: string): Promise<{ id: string; path: string }> {
  const id = await draft(headline)
  return { id, path: (await publishNow(editor, id)).path }
}

const ours = (path: string) => env().SITE_URL + path

async function ask(url: string, more: Record<string, string> = {}) {
  const recording: Recording = emptyRecording()
  const address = ours(`/oembed?${new URLSearchParams({ url, ...more })}`)
  const response = await recordInto(recording, () => GET(new Request(address)))
  return { status: response.status, headers: response.headers, text: await response.text(), recording }
}

async function read(path: string, more: Record<string, string> = {}) {
  const { text } = await ask(ours(path), more)
  return JSON.parse(text)
}

describe('The card of an article', () => {
  test('says what readers have of it, and follows it', async () => {
    const { id, path } = await published('Ferry <returns> & stays')
    const { status, headers, text, recording } = await ask(ours(path))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    const said = {
      version: '1.0',
      type: 'link',
      title: 'Ferry <returns> & stays',
      url: ours(path),
      author_name: 'Ines Calder',
      author_url: ours(`/author/byline-${editor.id}`),
      provider_name: DEFAULT_SETTINGS.name,
      provider_url: ours('/'),
    }
    expect(JSON.parse(text)).toEqual(said)
    expect([...recording.tags]).toEqual(expect.arrayContaining([tag.article(id), tag.settings]))
    await retype(editor, id, 0, 'Canary of a draft')
    expect(await read(path)).toEqual(said)
    await publishNow(editor, id)
    expect((await read(path)).title).toBe('Canary of a draft')
  })

  test('is there in XML, too', async () => {
    const { path } = await published('Ferry <stays> & leaves')
    const { text, headers } = await ask(ours(path), { format: 'xml' })
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(text).toContain('<oembed><version>1.0</version><type>link</type>')
    expect(text).toContain('<title>Ferry &lt;stays&gt; &amp; leaves</title>')
  })

  test('has a picture where there is room for one', async () => {
    const id = await draft('Gulls leave')
    const mediaId = newId()
    const asset = { fileName: 'a.png', width: 3000, height: 2000, widths: [320, 960], createdAt: new Date() }
    await database().mediaAsset.create({ data: { id: mediaId, uploadedById: editor.id, ...asset } })
    const value = { mediaId, alt: 'A gull', caption: '', credit: 'Ana' }
    await saveField(editor, { articleId: id, field: 'mainImage', value, baseVersion: 0 })
    const { path } = await publishNow(editor, id)
    const picture = (width: number, height: number) => ({
      thumbnail_url: ours(`/media/${mediaId}/w${width}.webp`),
      thumbnail_width: width,
      thumbnail_height: height,
    })
    expect(await read(path)).toMatchObject(picture(960, 640))
    expect(await read(path, { maxwidth: '959' })).toMatchObject(picture(320, 213))
    expect(await read(path, { maxheight: '300' })).toMatchObject(picture(320, 213))
    expect(await read(path, { maxwidth: '319' })).not.toHaveProperty('thumbnail_url')
  })

  test('is found at a former address, under the one that it has now', async () => {
    const { id, path } = await published('Old name of it')
    const { fieldVersions } = await database().article.findUniqueOrThrow({ where: { id } })
    const baseVersion = (fieldVersions as { slug?: { version: number } }).slug?.version ?? 0
    await saveField(editor, { articleId: id, field: 'slug', value: 'new-name-of-it', baseVersion })
    await publishNow(editor, id)
    expect((await read(path)).url).toBe(ours(`/${section.slug}/new-name-of-it`))
    expect((await read(`/${section.slug}/new-name-of-it/?utm_source=x#top`)).title).toBe('Old name of it')
  })
})

test('what is not public, not ours or nothing at all has one and the same answer', async () => {
  const [killed, unpublished, secret] = [
    await published('Canary of a killing'),
    await published('Canary of a withdrawal'),
    await draft('Canary of a draft never seen'),
  ]
  await killArticle(editor, { articleId: killed.id, reason: 'A court forbade it.' })
  await unpublishArticle(editor, { articleId: unpublished.id, reason: 'Under review.' })
  const live = await published('Ferry returns again')
  const addresses = [
    ours(killed.path),
    ours(unpublished.path),
    ours(`/${section.slug}/canary-of-a-draft-never-seen`),
    ours(`/desk/articles/${secret}`),
    ours(`/${section.slug}/no-such-article`),
    ours('/'),
    `https://other.example${live.path}`,
    `${env().SITE_URL}@other.example${live.path}`,
    `${env().SITE_URL}.other.example${live.path}`,
    `//other.example${live.path}`,
    live.path,
    'file:///etc/passwd',
    'http://',
    '',
  ]
  for (const address of addresses) {
    const { status, text } = await ask(address)
    expect([status, text], address).toEqual([404, 'There is nothing here.\n'])
  }
  expect((await ask(ours(live.path), { format: 'yaml' })).status).toBe(404)
  // An address that is free today may be an article tomorrow.
  expect((await ask(ours(`/${section.slug}/no-such-article`))).recording.tags).toContain(tag.everything)
})
