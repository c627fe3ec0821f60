import { beforeAll, describe, expect, test } from 'vitest'
import { feedResponse } from '@/components/site/responses'
import { pathOf } from '@/lib/articles/paths'
import { publishArticle } from '@/lib/articles/publish-article'
import { findArticleByPath, listByline, listNewest, listSection, listTopic } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { saveField } from '@/lib/articles/save-field'
import { setEmbargo } from '@/lib/articles/set-embargo'
import { listForSitemap, listRecentNews } from '@/lib/articles/sitemap-readers'
import { database } from '@/lib/db/database'
import { printHtml } from '@/lib/document/print-html'
import { Conflict, Invalid } from '@/lib/errors'
import { readHome } from '@/lib/fronts/readers'
import { listRevisions } from '@/lib/history/list-revisions'
import { restoreRevision } from '@/lib/history/restore-revision'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { runDue } from '@/lib/schedule/run-due'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { localTime } from '@/lib/schedule/zoned-time'
import { searchPublications } from '@/lib/search/search-publications'
import { readSearchQuery } from '@/lib/search/search-query'
import { addPart } from '@/lib/series/add-part'
import { createSeries } from '@/lib/series/create-series'
import { findSeriesOf, listSeries } from '@/lib/series/readers'
import { createTemplateFromArticle } from '@/lib/templates/create-template-from-article'
import { replaceTemplateFromArticle } from '@/lib/templates/replace-template-from-article'
import { findThread } from '@/lib/threads/readers'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

const MINUTE = 60_000
const CANARY = 'Canaryembargo'

let reporter: PersonActor
let administrator: PersonActor
let section: { id: string; slug: string }
let topic: { id: string; slug: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER')
  administrator = await aPerson('ADMINISTRATOR')
  section = await aSection()
  topic = await aTopic()
})

const inMinutes = (minutes: number) => ({
  local: localTime(new Date(Date.now() + minutes * MINUTE), 'Europe/London'),
  zone: 'Europe/London',
})

/** Ready to go out in everything but time. */
async function embargoed(): Promise<string> {
  const document = aDocument(`${CANARY} ${newId()}`, `The ${CANARY} text.`)
  const id = await anArticle(reporter, { document, sectionId: section.id, topics: [topic.id] })
  await setEmbargo(reporter, { articleId: id, time: inMinutes(60) })
  return id
}

const about = () => ({ name: `Template ${newId()}`.slice(0, 60), description: '', fields: [], requiredFields: [] })

/** All that readers can ask for: in what order and form they get it is said elsewhere. */
async function everythingPublic(ids: readonly string[], seriesSlug: string): Promise<string> {
  const byline = await database().byline.findUniqueOrThrow({ where: { personId: reporter.id } })
  const feeds = [
    undefined,
    { kind: 'section', slug: section.slug },
    { kind: 'topic', slug: topic.slug },
    { kind: 'author', slug: byline.slug },
  ] as const
  const pages: unknown[] = await Promise.all([
    readHome(),
    listNewest(100),
    listSection(section.slug, 1),
    listTopic(topic.slug, 1),
    listByline(byline.slug, 1),
    listSeries(seriesSlug),
    listForSitemap(1),
    listRecentNews(),
    searchPublications(readSearchQuery({ q: CANARY }, 'Europe/London'), 1).then(({ hits }) => hits),
    ...ids.flatMap((id) => [findThread(id), findSeriesOf(id)]),
    ...(['rss', 'atom', 'json'] as const).flatMap((format) =>
      feeds.map(async (of) => (await feedResponse(format, of)).text()),
    ),
  ])
  for (const id of ids) {
    const { slug } = await database().article.findUniqueOrThrow({ where: { id } })
    const found = await findArticleByPath(section.slug, slug ?? '')
    if (found.kind !== 'live') continue
    const resolved = await resolveReferences(found.article.document)
    pages.push(printHtml(found.article.document, { resolved, origin: 'https://paper.example', language: 'en-GB' }))
    pages.push([...resolved.articles.values()])
  }
  return JSON.stringify(pages)
}

describe('Before its instant an embargoed article', () => {
  test('is not published, scheduled or copied by anybody, an administrator neither', async () => {
    const id = await embargoed()
    const version = await versionOf(id)
    await expect(publishArticle(administrator, { articleId: id, version })).rejects.toThrow(Invalid)
    const reason = 'The minister has said yes.'
    await expect(publishArticle(administrator, { articleId: id, version, overrideReason: reason })).rejects.toThrow(
      Invalid,
    )
    await expect(
      schedulePublication(administrator, { articleId: id, version, time: inMinutes(30), overrideReason: reason }),
    ).rejects.toThrow(Invalid)
    await expect(createTemplateFromArticle(administrator, { ...about(), articleId: id })).rejects.toThrow(Conflict)
    const other = await anArticle(reporter)
    const { id: templateId } = await createTemplateFromArticle(administrator, { ...about(), articleId: other })
    await expect(replaceTemplateFromArticle(administrator, { ...about(), templateId, articleId: id })).rejects.toThrow(
      /under embargo/,
    )
    expect(JSON.stringify(await database().template.findMany())).not.toContain(CANARY)
  })

  test('keeps its embargo when it is written on and when an earlier version is brought back', async () => {
    const id = await embargoed()
    const { embargoUntil } = await database().article.findUniqueOrThrow({ where: { id } })
    await retype(reporter, id, 2, 'Written anew.')
    const { revisions } = await listRevisions(reporter, { articleId: id })
    await restoreRevision(reporter, { articleId: id, revisionId: revisions.at(-1)?.id ?? '' })
    expect((await database().article.findUniqueOrThrow({ where: { id } })).embargoUntil).toEqual(embargoUntil)
    await expect(publishNow(administrator, id)).rejects.toThrow(Invalid)
  })

  test('is named by nothing that points at it, stands beside it or lists it; and by all of it afterwards', async () => {
    const id = await embargoed()
    const series = await createSeries(administrator, {
      name: `Series ${newId()}`.slice(0, 60),
      slug: '',
      description: '',
    })
    const before = await anArticle(reporter, { sectionId: section.id, topics: [topic.id] })
    const pointing = await anArticle(reporter, {
      sectionId: section.id,
      topics: [topic.id],
      document: aDocument(
        `Pointing ${newId()}`,
        readMore(id),
        related(id, before),
        linked('the report', { articleId: id }),
      ),
    })
    await saveField(reporter, { articleId: id, field: 'followsId', value: before, baseVersion: 0 })
    await saveField(reporter, { articleId: pointing, field: 'followsId', value: id, baseVersion: 0 })
    for (const articleId of [before, id, pointing]) await addPart(administrator, { seriesId: series.id, articleId })
    await publishNow(administrator, before)
    await publishNow(administrator, pointing)
    const { slug } = await database().article.findUniqueOrThrow({ where: { id } })
    expect((await findArticleByPath(section.slug, slug ?? '')).kind).toBe('unknown')
    const told = await everythingPublic([before, pointing, id], series.slug)
    expect(told).not.toMatch(new RegExp(CANARY, 'i'))
    expect(told).not.toContain(pathOf(section.slug, slug ?? ''))
    expect(told).toContain('the report')

    // A minute before the end nothing goes out by itself either; from its instant it does.
    await database().article.update({ where: { id }, data: { embargoUntil: new Date(Date.now() + MINUTE) } })
    await schedulePublication(administrator, { articleId: id, version: await versionOf(id), time: inMinutes(3) })
    await database().article.update({ where: { id }, data: { publishAt: new Date(Date.now() - MINUTE) } })
    await runDue()
    expect(await everythingPublic([before, pointing, id], series.slug)).not.toMatch(new RegExp(CANARY, 'i'))
    await database().article.update({
      where: { id },
      data: { embargoUntil: new Date(Date.now() - MINUTE), publishAt: null, state: 'APPROVED' },
    })
    await publishNow(administrator, id)
    expect(await everythingPublic([before, pointing, id], series.slug)).toContain(CANARY)
  })
})
