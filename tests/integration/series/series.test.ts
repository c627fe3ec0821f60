import { beforeAll, describe, expect, test } from 'vitest'
import { findArticleByPath } from '@/lib/articles/readers'
import { newsArticle } from '@/lib/articles/structured-data'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { installReaderCache } from '@/lib/reader-cache/purge'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { addPart } from '@/lib/series/add-part'
import { changeSeries } from '@/lib/series/change-series'
import { createSeries } from '@/lib/series/create-series'
import { deleteSeries } from '@/lib/series/delete-series'
import { getKeptSeries, listKeptSeries } from '@/lib/series/list-series'
import { movePart } from '@/lib/series/move-part'
import { findFormerSeries, findSeriesOf, listSeries } from '@/lib/series/readers'
import { removePart } from '@/lib/series/remove-part'
import type { SeriesInput } from '@/lib/series/series-input'
import { readSettings } from '@/lib/settings/settings'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Sena Reyes')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
  section = await aSection()
})

const input = (wanted: Partial<SeriesInput> = {}): SeriesInput => ({
  name: `Series ${newId().slice(-12)}`,
  slug: '',
  description: '',
  ...wanted,
})
const changeNow = async (id: string, wanted: Partial<SeriesInput>) => {
  const { version } = await database().series.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return changeSeries(editor, { ...input(wanted), id, baseVersion: version })
}
const aSeries = (wanted: Partial<SeriesInput> = {}) => createSeries(editor, input(wanted))

let slugs = 0
function aDraft(headline: string): Promise<string> {
  slugs += 1
  return anArticle(editor, { document: aDocument(headline), sectionId: section.id, slug: `part-${slugs}` })
}

/** A series whose parts are called so. Those with a capital are public. */
async function aSeriesOf(...headlines: string[]): Promise<{ id: string; slug: string; parts: string[] }> {
  const series = await aSeries()
  const parts: string[] = []
  for (const headline of headlines) {
    const articleId = await aDraft(headline)
    await addPart(editor, { seriesId: series.id, articleId })
    if (/^[A-Z]/.test(headline)) await publishNow(editor, articleId)
    parts.push(articleId)
  }
  return { ...series, parts }
}

const at = (parts: string[], index: number): string => parts[index] ?? ''
const order = async (slug: string) => (await listSeries(slug))?.parts.map(({ headline }) => headline)

async function placeOf(articleId: string): Promise<string | null> {
  const place = await findSeriesOf(articleId)
  if (place === null) return null
  const { previous, number, total, next } = place
  return `${previous?.headline ?? '-'} < ${number}/${total} < ${next?.headline ?? '-'}`
}

/** What a change purges in this process. */
async function purgedBy(change: () => Promise<unknown>): Promise<string[]> {
  const purged: string[] = []
  const remove = installReaderCache({
    purge: (tags) => void purged.push(...tags),
    purgeAll: () => undefined,
    warm: () => undefined,
  })
  await change().finally(remove)
  return purged
}

describe('The order of a series', () => {
  test('is the one in which parts were added, and counts public ones alone', async () => {
    const { slug, parts } = await aSeriesOf('One', 'canary draft', 'Two', 'Three')
    expect(await order(slug)).toEqual(['One', 'Two', 'Three'])
    expect(await placeOf(at(parts, 0))).toBe('- < 1/3 < Two')
    expect(await placeOf(at(parts, 2))).toBe('One < 2/3 < Three')
    expect(await placeOf(at(parts, 3))).toBe('Two < 3/3 < -')
    expect(await placeOf(at(parts, 1))).toBeNull()
  })

  test('changes one place at a time, and not at its ends', async () => {
    const { id, slug, parts } = await aSeriesOf('One', 'Two', 'Three')
    const move = (index: number, to: 'up' | 'down') =>
      movePart(editor, { seriesId: id, articleId: at(parts, index), to })
    await move(2, 'up')
    expect(await order(slug)).toEqual(['One', 'Three', 'Two'])
    await move(0, 'down')
    expect(await order(slug)).toEqual(['Three', 'One', 'Two'])
    await move(1, 'up')
    await move(1, 'up')
    await move(1, 'up')
    expect(await order(slug)).toEqual(['Two', 'Three', 'One'])
    await move(0, 'down')
    expect(await placeOf(at(parts, 0))).toBe('Three < 3/3 < -')
  })

  test('holds every part when several move and come at once', async () => {
    const { id, parts } = await aSeriesOf('One', 'Two', 'Three')
    const more = [await aDraft('four'), await aDraft('five')]
    await Promise.all([
      movePart(editor, { seriesId: id, articleId: at(parts, 0), to: 'down' }),
      movePart(editor, { seriesId: id, articleId: at(parts, 2), to: 'up' }),
      ...more.map((articleId) => addPart(editor, { seriesId: id, articleId })),
    ])
    const rows = await database().seriesPart.findMany({ where: { seriesId: id } })
    expect(new Set(rows.map(({ position }) => position)).size).toBe(5)
  })

  test('closes up when a part is taken out', async () => {
    const { id, parts } = await aSeriesOf('One', 'Two', 'Three')
    await removePart(editor, { seriesId: id, articleId: at(parts, 1) })
    expect(await placeOf(at(parts, 2))).toBe('One < 2/2 < -')
    expect(await placeOf(at(parts, 1))).toBeNull()
    const again = removePart(editor, { seriesId: id, articleId: at(parts, 1) })
    await expect(again).rejects.toThrow(NotFound)
  })
})

test('an article is in at most one series', async () => {
  const { id, parts } = await aSeriesOf('One')
  const other = await aSeries()
  const articleId = at(parts, 0)
  await expect(addPart(editor, { seriesId: other.id, articleId })).rejects.toThrow('Take it out there first')
  await expect(addPart(editor, { seriesId: id, articleId })).rejects.toThrow('a part of the series already')
  const byHand = database().seriesPart.create({ data: { articleId, seriesId: other.id, position: 0 } })
  await expect(byHand).rejects.toThrow()

  const free = await aDraft('free')
  const both = await Promise.allSettled(
    [id, other.id].map((seriesId) => addPart(editor, { seriesId, articleId: free })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('Readers', () => {
  test('are told nothing of a part that is not public: not before, not after', async () => {
    const { id, slug, parts } = await aSeriesOf('One', 'Canary withdrawn', 'canary draft', 'Two')
    await unpublishArticle(editor, { articleId: at(parts, 1), reason: 'Wrong.' })
    const told = JSON.stringify([
      await listSeries(slug),
      await findSeriesOf(at(parts, 0)),
      await findSeriesOf(at(parts, 3)),
    ])
    expect(told).toContain('Two')
    expect(told.toLowerCase()).not.toContain('canary')
    expect(await placeOf(at(parts, 0))).toBe('- < 1/2 < Two')
    expect(await placeOf(at(parts, 1))).toBeNull()
    // The desk keeps its place.
    const kept = await getKeptSeries(reporter, id)
    expect(kept.parts.map(({ isPublic }) => isPublic)).toEqual([true, false, false, true])
    await publishNow(editor, at(parts, 1))
    expect(await placeOf(at(parts, 0))).toBe('- < 1/3 < Canary withdrawn')
  })

  test('see no box on a part that is alone, and no page without a public part', async () => {
    const alone = await aSeriesOf('One', 'draft')
    expect(await findSeriesOf(at(alone.parts, 0))).toBeNull()
    expect(await order(alone.slug)).toEqual(['One'])
    const none = await aSeriesOf('draft')
    expect(await listSeries(none.slug)).toBeNull()
    await changeNow(none.id, { slug: `${none.slug}-later` })
    expect(await findFormerSeries(none.slug)).toBeNull()
  })

  test('are led from every former address in one step', async () => {
    const series = await aSeriesOf('One', 'Two')
    const slug = (name: string) => `${name}-${series.id.slice(-12)}`
    const change = (name: string) => changeNow(series.id, { slug: slug(name) })
    await change('second')
    await change('third')
    for (const former of [series.slug, slug('second')])
      expect(await findFormerSeries(former)).toEqual({ kind: 'moved', path: `/series/${slug('third')}` })
    expect(await findFormerSeries(slug('third'))).toBeNull()
    expect((await findSeriesOf(at(series.parts, 0)))?.path).toBe(`/series/${slug('third')}`)
    await expect(aSeries({ slug: series.slug })).rejects.toThrow('leads readers to')
    await change('second')
    expect(await findFormerSeries(slug('third'))).toEqual({ kind: 'moved', path: `/series/${slug('second')}` })
  })

  test('and machines get the place of a part and the series', async () => {
    const { parts, slug } = await aSeriesOf('One', 'Two')
    const place = await findSeriesOf(at(parts, 1))
    const found = await findArticleByPath(section.slug, place === null ? '' : `part-${slugs}`)
    if (found.kind !== 'live') throw new Error('The part is not public.')
    expect(newsArticle(found.article, await readSettings(), 'https://paper.example', null, place)).toMatchObject({
      isPartOf: { '@type': 'CreativeWorkSeries', url: `https://paper.example/series/${slug}` },
      position: 2,
    })
  })
})

describe('A deleted series', () => {
  test('says so at every address that it had, and leaves its parts as they are, free for another', async () => {
    const { id, slug, parts } = await aSeriesOf('One', 'draft', 'Two')
    await changeNow(id, { name: `River ${id}`, slug: `${slug}-later` })
    const purged = await purgedBy(() => deleteSeries(editor, { id }))
    expect(purged).toEqual(expect.arrayContaining([tag.series(id), ...parts.map(tag.article)]))
    for (const former of [slug, `${slug}-later`]) {
      expect(await listSeries(former)).toBeNull()
      expect(await findFormerSeries(former)).toEqual({ kind: 'gone', at: expect.any(Date) })
    }
    expect(await placeOf(at(parts, 0))).toBeNull()
    expect(await database().publication.count({ where: { articleId: { in: parts } } })).toBe(2)
    await expect(getKeptSeries(editor, id)).rejects.toThrow(NotFound)
    await expect(deleteSeries(editor, { id })).rejects.toThrow(NotFound)
    const [event] = await database().auditEvent.findMany({ where: { action: 'series.delete', thingId: id } })
    expect(event).toMatchObject({ personId: editor.id, detail: { slug: `${slug}-later`, parts } })

    // Another may be called so, have its address, and its parts.
    const next = await aSeries({ name: `River ${id}`, slug })
    await addPart(editor, { seriesId: next.id, articleId: at(parts, 2) })
    expect(await order(slug)).toEqual(['Two'])
    expect(await findFormerSeries(`${slug}-later`)).toMatchObject({ kind: 'gone' })
  })

  test('of which readers never had anything leaves no address behind', async () => {
    const { id, slug } = await aSeriesOf('draft')
    await deleteSeries(editor, { id })
    expect(await findFormerSeries(slug)).toBeNull()
    expect(await database().seriesSlug.count({ where: { slug } })).toBe(0)
  })
})

test('of two who change a series at once the second is shown both values, and writes nothing', async () => {
  const { id, slug } = await aSeries({ name: 'Tides' })
  const other = await aPerson('EDITOR', 'Ines Calder')
  const first = { name: 'High tides', slug, description: '' }
  expect(await changeSeries(other, { ...first, id, baseVersion: 0 })).toEqual({ kind: 'saved' })
  const second = { name: 'Low tides', slug, description: 'Mine.', id }
  const clash = await changeSeries(editor, { ...second, baseVersion: 0 })
  expect(clash).toEqual({ kind: 'clash', version: 1, standing: first, by: 'Ines Calder' })
  expect(await database().series.findUnique({ where: { id } })).toMatchObject(first)
  expect(await changeSeries(editor, { ...second, baseVersion: 1 })).toEqual({ kind: 'saved' })
  expect(await database().series.findUnique({ where: { id } })).toMatchObject({ name: 'Low tides', version: 2 })
})

test('a name stands once, however it is written', async () => {
  const name = `Étude ${newId().slice(-12)}`
  const { id } = await aSeries({ name })
  await expect(aSeries({ name: name.toUpperCase().replace('É', 'E') })).rejects.toThrow(Invalid)
  await changeNow(id, { name: name.toLowerCase() })
  const both = await Promise.allSettled([aSeries({ name: `Twice ${id}` }), aSeries({ name: `twice ${id}` })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('A change purges the series and all its parts', () => {
  test('whatever changes', async () => {
    const { id, parts } = await aSeriesOf('One', 'Two', 'Three')
    const [one, two] = [at(parts, 0), at(parts, 1)]
    const all = [tag.series(id), ...parts.map(tag.article)]
    const changes = {
      publish: () => publishNow(editor, two),
      unpublish: () => unpublishArticle(editor, { articleId: one, reason: 'Wrong.' }),
      change: () => changeNow(id, {}),
      move: () => movePart(editor, { seriesId: id, articleId: two, to: 'down' }),
      remove: () => removePart(editor, { seriesId: id, articleId: one }),
      add: () => addPart(editor, { seriesId: id, articleId: one }),
    }
    for (const [name, change] of Object.entries(changes))
      expect(await purgedBy(change), name).toEqual(expect.arrayContaining(all))
  })

  test('whose pages say that they show it', async () => {
    const { id, slug, parts } = await aSeriesOf('One', 'Two')
    const reads: (() => Promise<unknown>)[] = [() => findSeriesOf(at(parts, 0)), () => listSeries(slug)]
    for (const read of reads) {
      const recording = emptyRecording()
      await recordInto(recording, read)
      expect([...recording.tags]).toContain(tag.series(id))
    }
  })
})

describe('Whoever may not', () => {
  test('changes nothing, and reads', async () => {
    const { id, parts } = await aSeriesOf('One', 'Two')
    const part = { seriesId: id, articleId: at(parts, 0) }
    const free = await aDraft('free')
    const tries = [
      () => createSeries(reporter, input()),
      () => changeSeries(reporter, { ...input(), id, baseVersion: 0 }),
      () => deleteSeries(reporter, { id }),
      () => addPart(reporter, { seriesId: id, articleId: free }),
      () => movePart(reporter, { ...part, to: 'down' }),
      () => removePart(reporter, part),
    ]
    for (const each of tries) await expect(each()).rejects.toThrow(Forbidden)
    const nobody = { kind: 'nobody' } as const
    await expect(listKeptSeries(nobody)).rejects.toThrow()
    await expect(getKeptSeries(nobody, id)).rejects.toThrow()
    const kept = (await listKeptSeries(reporter)).find((each) => each.id === id)
    expect(kept).toMatchObject({ parts: 2, publicParts: 2 })
  })

  test('whoever may is written down', async () => {
    const { id, parts } = await aSeriesOf('One')
    await removePart(editor, { seriesId: id, articleId: at(parts, 0) })
    const events = await database().auditEvent.findMany({
      where: { thing: 'series', thingId: id },
      orderBy: { at: 'asc' },
    })
    expect(events.map(({ action }) => action)).toEqual(['series.create', 'series.edit', 'series.edit'])
    expect(events.every(({ personId }) => personId === editor.id)).toBe(true)
  })
})
