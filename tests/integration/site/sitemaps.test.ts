import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GET as newsSitemap } from '@/app/(site)/news-sitemap.xml/route'
import { GET as robots } from '@/app/(site)/robots.txt/route'
import { GET as sitemapIndex } from '@/app/(site)/sitemap.xml/route'
import { GET as sitemap } from '@/app/(site)/sitemaps/[file]/route'
import { killArticle } from '@/lib/articles/kill-article'
import { saveField } from '@/lib/articles/save-field'
import { printNewsSitemap } from '@/lib/articles/sitemap'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, type Recording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { DEFAULT_SETTINGS } from '@/lib/settings/paper-settings'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { sitemapSchemas } from '@/tests/support/corpora'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { sitemapProblems } from '@/tests/support/sitemap-schema'

const HOUR = 3_600_000

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection()
})

async function published(headline: string): Promise<{ id: string; path: string }> {
  const id = await anArticle(editor, { document: aDocument(headline), sectionId: section.id })
  return { id, path: (await publishNow(editor, id)).path }
}

async function readNews(): Promise<{ xml: string; recording: Recording }> {
  const recording = emptyRecording()
  const xml = await recordInto(recording, async () => (await newsSitemap()).text())
  return { xml, recording }
}

const readFile = () => sitemap(new Request('http://localhost'), { params: Promise.resolve({ file: '1.xml' }) })
const schemas = sitemapSchemas()
const problems = (xml: string) => sitemapProblems(xml, schemas ?? [])
const loc = (path: string) => `<loc>${env().SITE_URL}${path}</loc>`

describe('The news sitemap', () => {
  beforeEach(async () => {
    await database().publication.deleteMany()
  })

  test('has what readers got in the last forty-eight hours, and ends when the oldest of it leaves', async () => {
    const [old, older] = [await published('Harbour <opens> & "closes"'), await published('Yesterday’s news')]
    const at = new Date(Date.now() - 47 * HOUR)
    await database().publication.update({ where: { articleId: old.id }, data: { firstPublishedAt: at } })
    await database().publication.update({
      where: { articleId: older.id },
      data: { firstPublishedAt: new Date(Date.now() - 48 * HOUR) },
    })
    const { xml, recording } = await readNews()
    expect(xml).toContain(
      `${loc(old.path)}<news:news><news:publication><news:name>${DEFAULT_SETTINGS.name}</news:name><news:language>en</news:language></news:publication>` +
        `<news:publication_date>${at.toISOString()}</news:publication_date><news:title>Harbour &lt;opens&gt; &amp; &quot;closes&quot;</news:title></news:news>`,
    )
    expect(xml).not.toContain(older.path)
    expect(recording.endsAt).toEqual(new Date(at.getTime() + 48 * HOUR))
    expect(recording.tags).toEqual(new Set([tag.everything, tag.settings]))
  })

  test('keeps the day of the first publication when readers get another edition, and says what that says', async () => {
    const { id } = await published('Ferry returns')
    const before = (await readNews()).xml
    await retype(editor, id, 0, 'Canary headline of a draft')
    expect((await readNews()).xml).toBe(before)
    await publishNow(editor, id)
    const { xml } = await readNews()
    expect(xml).toContain('<news:title>Canary headline of a draft</news:title>')
    expect(xml.match(/<news:publication_date>.*?</)?.[0]).toBe(before.match(/<news:publication_date>.*?</)?.[0])
  })

  test('has nothing at once of what was withdrawn', async () => {
    const [killed, unpublished] = [await published('Canary of a killing'), await published('Canary of a withdrawal')]
    await killArticle(editor, { articleId: killed.id, reason: 'A court forbade it.' })
    await unpublishArticle(editor, { articleId: unpublished.id, reason: 'Under review.' })
    const { xml, recording } = await readNews()
    expect(xml).not.toMatch(/canary|<url>/i)
    expect(recording.endsAt).toBeNull()
  })

  test('has a thousand articles at most, the newest', async () => {
    const { id } = await published('One of many')
    const { editionId, threadId } = await database().publication.findUniqueOrThrow({ where: { articleId: id } })
    const other = await database().article.findUniqueOrThrow({ where: { id } })
    const now = Date.now()
    const ids = Array.from({ length: 1_001 }, () => newId())
    const at = (index: number) => new Date(now - index * 1000)
    await database().article.createMany({
      data: ids.map((id) => ({
        id,
        state: other.state,
        createdById: other.createdById,
        createdAt: at(0),
        editedAt: at(0),
      })),
    })
    await database().publication.createMany({
      data: ids.map((articleId, index) => ({
        ...{
          articleId,
          editionId,
          threadId,
          sectionId: section.id,
          slug: `many-${index}`,
          headline: 'Many',
          words: '',
        },
        ...{ firstPublishedAt: at(index + 10), updatedAt: at(index + 10) },
      })),
    })
    const { xml, recording } = await readNews()
    expect(xml.match(/<url>/g)).toHaveLength(1_000)
    expect(xml).toContain('many-998')
    expect(xml).not.toContain('many-999')
    expect(recording.endsAt).toEqual(new Date(at(998 + 10).getTime() + 48 * HOUR))
  })
})

test.each([
  ['de-CH', 'de'],
  ['zh-TW', 'zh-tw'],
  ['zh', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
  ['fil', 'fil'],
])('a paper in %s says %s to search engines for news', (language, said) => {
  const entries = [{ path: '/news/a', headline: 'A\u0000', publishedAt: new Date() }]
  const xml = printNewsSitemap(entries, { name: 'A & B', language }, 'https://paper.example')
  expect(xml).toContain(`<news:name>A &amp; B</news:name><news:language>${said}</news:language>`)
})

test('sitemaps name the pictures of articles in their widest rendition', async () => {
  const { id, path } = await published('Gulls leave')
  const mediaId = newId()
  const asset = { fileName: 'a.png', width: 3000, height: 2000, widths: [320, 1440], createdAt: new Date() }
  await database().mediaAsset.create({ data: { id: mediaId, uploadedById: editor.id, ...asset } })
  const value = { mediaId, alt: 'A gull', caption: '', credit: 'Ana' }
  await saveField(editor, { articleId: id, field: 'mainImage', value, baseVersion: 0 })
  const read = async () => (await readFile()).text()
  expect(await read()).not.toContain(mediaId)
  await publishNow(editor, id)
  const xml = await read()
  const image = `<image:image><image:loc>${env().SITE_URL}/media/${mediaId}/w1440.webp</image:loc></image:image>`
  expect(xml).toMatch(new RegExp(`${loc(path)}<lastmod>[^<]+</lastmod>${image}</url>`))
})

test('the index and robots.txt name the news sitemap', async () => {
  const index = await (await sitemapIndex()).text()
  expect(index).toContain(loc('/news-sitemap.xml'))
  expect(index).toContain(loc('/sitemaps/1.xml'))
  expect(await (await robots()).text()).toContain(`Sitemap: ${env().SITE_URL}/news-sitemap.xml`)
})

test.skipIf(schemas === null)('all of them are what their schemas say', async () => {
  await published('Harbour <opens> & "closes"')
  const [index, file, news] = await Promise.all([sitemapIndex(), readFile(), newsSitemap()])
  for (const response of [index, file, news]) {
    const xml = await response.text()
    expect(await problems(xml), xml).toEqual([])
    // The control.
    expect(await problems(xml.replaceAll('<loc>', '<lok>').replaceAll('</loc>', '</lok>'))).not.toEqual([])
  }
})
