import { beforeAll, expect, test } from 'vitest'
import { feedResponse } from '@/components/site/responses'
import { killArticle } from '@/lib/articles/kill-article'
import { database } from '@/lib/db/database'
import type { FeedFormat } from '@/lib/feeds/tombstones'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, type Recording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { addPart } from '@/lib/series/add-part'
import { changeSeries } from '@/lib/series/change-series'
import { createSeries } from '@/lib/series/create-series'
import { deleteSeries } from '@/lib/series/delete-series'
import { feedsOfTags } from '@/lib/websub/feeds-of-tags'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const FORMATS = ['rss', 'atom', 'json'] as const satisfies FeedFormat[]

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection()
})

async function feed(format: FeedFormat, slug: string): Promise<{ status: number; text: string; recording: Recording }> {
  const recording = emptyRecording()
  const response = await recordInto(recording, () => feedResponse(format, { kind: 'series', slug }))
  return { status: response.status, text: await response.text(), recording }
}

async function aSeriesOf(...headlines: string[]) {
  const series = await createSeries(editor, {
    name: `Tides ${newId().slice(-12)}`,
    slug: '',
    description: 'By the sea.',
  })
  const parts: string[] = []
  for (const headline of headlines) {
    const articleId = await anArticle(editor, { document: aDocument(headline), sectionId: section.id })
    await addPart(editor, { seriesId: series.id, articleId })
    parts.push(articleId)
  }
  return { ...(await database().series.findUniqueOrThrow({ where: { id: series.id } })), parts }
}

test('a series has feeds of its public parts, the newest first, and none before it has one', async () => {
  const { id, slug, name, parts } = await aSeriesOf('Ebb', 'Flood', 'Canarydraft')
  const none = await feed('rss', slug)
  expect(none.status).toBe(404)
  expect(none.recording.tags).toContain(tag.series(id))
  for (const part of parts.slice(0, 2)) await publishNow(editor, part)
  for (const format of FORMATS) {
    const { status, text } = await feed(format, slug)
    expect(status).toBe(200)
    expect(text).toContain(name)
    expect(text).toContain(`/series/${slug}/`)
    expect(text.indexOf('Flood')).toBeGreaterThan(0)
    expect(text.indexOf('Ebb')).toBeGreaterThan(text.indexOf('Flood'))
    expect(text).not.toContain('Canarydraft')
  }
  expect(await feedsOfTags(database(), [tag.series(id)])).toEqual([
    `/series/${slug}/atom.xml`,
    `/series/${slug}/feed.json`,
    `/series/${slug}/feed.xml`,
  ])
})

test('a part that was killed leaves its id and the notice there', async () => {
  const { slug, name, parts } = await aSeriesOf('Canaryheadline')
  await publishNow(editor, parts[0] ?? '')
  await killArticle(editor, { articleId: parts[0] ?? '', reason: 'A court forbade it.' })
  for (const format of FORMATS) {
    const { status, text } = await feed(format, slug)
    expect(status).toBe(200)
    expect(text).toContain(`urn:uuid:${parts[0]}`)
    expect(text).toContain('A court forbade it.')
    expect(text).not.toMatch(/canary/i)
    // Readers have nothing of it any more.
    expect(text).not.toContain(name)
  }
})

test('its feeds move with its slug, and are gone with it', async () => {
  const { id, slug, name, parts, version } = await aSeriesOf('Neap')
  await publishNow(editor, parts[0] ?? '')
  const moved = `moved-${newId().slice(-12)}`
  await changeSeries(editor, { id, name, slug: moved, description: '', baseVersion: version })
  expect((await feed('atom', slug)).recording.movedTo).toBe(`/series/${moved}/atom.xml`)
  await deleteSeries(editor, { id })
  expect((await feed('atom', moved)).status).toBe(410)
})
