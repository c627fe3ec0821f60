import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadDraft } from '@/lib/articles/load-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import * as clock from '@/lib/clock'
import { database, type Prisma } from '@/lib/db/database'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { listRevisions } from '@/lib/history/list-revisions'
import { newId } from '@/lib/ids'
import type { Ways } from '@/lib/outgoing/guarded-fetch'
import { textOfPage } from '@/lib/outgoing/text-of-page'
import { checkLinks } from '@/lib/outside-links/check-links'
import { ignoreLink } from '@/lib/outside-links/ignore-link'
import { listBrokenLinks } from '@/lib/outside-links/list-broken-links'
import { titleOfPage } from '@/lib/outside-links/page-title'
import { pointLinkToArchive } from '@/lib/outside-links/point-link-to-archive'
import { readTitles } from '@/lib/outside-links/read-titles'
import { findOutsideLink } from '@/lib/outside-links/readers'
import { turnLinkIntoText } from '@/lib/outside-links/turn-link-into-text'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { change } from '@/tests/support/histories'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { outsideServer } from '@/tests/support/outside-server'

const DAY = 24 * 60 * 60 * 1000

let ada: PersonActor
let stranger: PersonActor
let outside: Awaited<ReturnType<typeof outsideServer>>
let answers: Record<string, number> = {}
let asked: string[] = []
let pauses: number[] = []
let robots = ''
let ways: Ways

beforeAll(async () => {
  ada = await aPerson('EDITOR', 'Ada Writer')
  stranger = await aPerson('REPORTER', 'Sam Stranger')
  outside = await outsideServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/robots.txt') return void response.writeHead(robots ? 200 : 404).end(robots)
    asked.push(`${request.method} ${path}`)
    const status = answers[`${request.method} ${path}`] ?? answers[path] ?? 200
    response
      .writeHead(status, {
        'content-type': 'text/html',
        ...(request.method === 'HEAD' ? { 'content-encoding': 'gzip' } : {}),
      })
      .end('<meta property="og:site_name" content="The Ferry Board"><title> Ferry &amp; fares\n2026 </title>')
  })
  const testHosts = new Map([['board.test', { address: '127.0.0.1', port: outside.port }]])
  ways = { resolve: async () => [], connect: (host, port) => connect({ host, port }), testHosts }
})

afterAll(() => outside.close())

beforeEach(async () => {
  answers = {}
  asked = []
  pauses = []
  robots = ''
  vi.restoreAllMocks()
  await database().link.deleteMany()
  await database().outsideLink.deleteMany()
})

const check = () => checkLinks({ ways, pause: async (milliseconds) => pauses.push(milliseconds) })
const inDays = (days: number) => vi.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + days * DAY))
const listed = async (actor = ada) => (await listBrokenLinks(actor)).articles
const linkAt = (url: string) => database().outsideLink.findUniqueOrThrow({ where: { url } })

/** An article whose first paragraph links to an address. */
async function linking(url: string, author = ada): Promise<string> {
  const id = await anArticle(author, { document: aDocument('Ferry', 'The board published its fares.') })
  await change(author, id, (transform, document) => {
    const at = document.content.size - 8
    transform.addMark(at, at + 6, document.type.schema.mark('link', { articleId: null, href: url }))
  })
  return id
}

describe('A link', () => {
  const url = 'http://board.test/fares'

  test('is dead after failing on three days, not after three failures in one', async () => {
    await linking(`${url}#adults`)
    answers['/fares'] = 404
    await check()
    await database().outsideLink.updateMany({ data: { nextCheckAt: new Date(0) } })
    await check()
    expect(await linkAt(url)).toMatchObject({ status: 'FAILING', failedDays: 1, reason: 'not-found', lastStatus: 404 })
    inDays(1)
    await check()
    expect(await linkAt(url)).toMatchObject({ status: 'FAILING', failedDays: 2 })
    inDays(2)
    await check()
    expect(await linkAt(url)).toMatchObject({ status: 'DEAD', failedDays: 3 })
    expect(await findOutsideLink(ada, `${url}#adults`)).toMatchObject({
      state: 'dead',
      why: expect.stringContaining('404'),
    })
    answers = {}
    inDays(10)
    await check()
    expect(await linkAt(url)).toMatchObject({ status: 'OK', failedDays: 0, firstFailedAt: null, reason: null })
  })

  test.each([429, 500, 503])('that answers %i is not held to be broken', async (status) => {
    await linking(url)
    answers['/fares'] = status
    for (const day of [0, 1, 2, 3]) {
      inDays(day)
      await check()
    }
    expect(await linkAt(url)).toMatchObject({ status: 'UNCHECKED', failedDays: 0, lastStatus: status })
    expect(await listed()).toEqual([])
  })

  test.each([401, 403])('that answers %i for days cannot be checked, whatever it was before', async (status) => {
    await linking(url)
    answers['/fares'] = 404
    await check()
    answers['/fares'] = status
    for (const day of [1, 2]) {
      inDays(day)
      await check()
      expect(await linkAt(url)).toMatchObject({ status: 'FAILING', failedDays: 1 })
    }
    inDays(3)
    await check()
    expect(await linkAt(url)).toMatchObject({ status: 'UNCHECKABLE', failedDays: 0, lastStatus: status })
    expect(await listed()).toEqual([])
    expect((await listBrokenLinks(ada, { look: 'uncheckable' })).articles).toMatchObject([
      { links: [{ url, status: 'UNCHECKABLE', why: `${status}, the site does not let us look` }] },
    ])
    expect(await findOutsideLink(ada, url)).toMatchObject({ state: 'uncheckable', since: null })
    // It is not asked again every night, and counts from the first day when it fails then.
    asked = []
    inDays(20)
    await check()
    expect(asked).toEqual([])
    answers['/fares'] = 404
    inDays(34)
    await check()
    expect(await linkAt(url)).toMatchObject({ status: 'FAILING', failedDays: 1, refusedSince: null })
  })

  test('is asked by GET where HEAD is refused, and not before it is due', async () => {
    await linking(url)
    answers['HEAD /fares'] = 405
    expect(await check()).toBe(1)
    expect(await check()).toBe(0)
    expect(asked).toEqual(['HEAD /fares', 'GET /fares'])
    expect(await linkAt(url)).toMatchObject({ status: 'OK' })
  })

  test('is left alone where robots.txt says so; a wish for pauses is followed', async () => {
    robots = 'User-agent: *\nDisallow: /fares\nCrawl-delay: 7'
    await linking(url)
    await linking('http://board.test/times')
    await check()
    expect(asked).toEqual(['HEAD /times'])
    expect(pauses).toEqual([7_000, 7_000])
    expect(await linkAt(url)).toMatchObject({ status: 'UNCHECKED', reason: 'robots' })
  })

  test('to this machine is never asked', async () => {
    await linking(`http://127.0.0.1:${outside.port}/admin`)
    await linking('http://127.0.0.1/admin')
    await check()
    await readTitles(ways)
    expect(asked).toEqual([])
    expect(await linkAt('http://127.0.0.1/admin')).toMatchObject({ reason: 'address-refused' })
  })

  test('gets the title of its page, once', async () => {
    await linking(url)
    await readTitles(ways)
    await readTitles(ways)
    expect(asked).toEqual(['GET /fares'])
    expect(await findOutsideLink(ada, url)).toMatchObject({ title: 'Ferry & fares 2026', siteName: 'The Ferry Board' })
  })
})

describe('A dead link', () => {
  const url = 'http://board.test/gone'

  async function dead(): Promise<{ articleId: string; linkId: string }> {
    const articleId = await linking(url)
    answers['/gone'] = 410
    await check()
    return { articleId, linkId: (await linkAt(url)).id }
  }

  test('is reported with words, reason and the archive', async () => {
    const { articleId } = await dead()
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '')
    expect(await listed(stranger)).toMatchObject([
      {
        articleId,
        isPublic: false,
        mayEdit: false,
        links: [{ url, isInWords: true, archiveUrl: `https://web.archive.org/web/${day}/${url}` }],
      },
    ])
    expect((await listed())[0]?.mayEdit).toBe(true)
  })

  test('is turned into text as a step that the history names', async () => {
    const input = await dead()
    await expect(turnLinkIntoText(stranger, input)).rejects.toThrow(Forbidden)
    await turnLinkIntoText(ada, input)
    const { document } = await loadDraft(database(), input.articleId)
    expect(JSON.stringify(document)).not.toContain(url)
    expect(document.textContent).toContain('The board published its fares.')
    const { revisions } = await listRevisions(ada, { articleId: input.articleId })
    expect(revisions[0]).toMatchObject({ title: 'Link to board.test turned into text', person: 'Ada Writer' })
    expect(await listed()).toEqual([])
    await expect(turnLinkIntoText(ada, input)).rejects.toThrow(NotFound)
  })

  test('that is the source, in a post or only with readers says so, and cannot be turned into text', async () => {
    const { articleId, linkId } = await dead()
    const where = { fromArticleId: articleId }
    const places: [Prisma.LinkUpdateManyMutationInput, object][] = [
      [{ kind: 'SOURCE' }, { isInWords: false, isSource: true, isInPost: false }],
      [{ kind: 'POST' }, { isInWords: false, isSource: false, isInPost: true }],
      [
        { kind: 'INLINE', layer: 'PUBLIC' },
        { isInWords: false, isSource: false, isInPost: false },
      ],
    ]
    for (const [data, place] of places) {
      await database().link.updateMany({ where, data })
      expect((await listed())[0]?.links).toMatchObject([{ id: linkId, ...place }])
    }
  })

  test('is on the publishing checklist with its words and address, until somebody ignores it', async () => {
    const { articleId, linkId } = await dead()
    const found = async () =>
      (await listPublishIssues(ada, articleId)).issues.filter(({ code }) => code.startsWith('dead-'))
    expect(await found()).toEqual([])
    await database().outsideLink.update({ where: { id: linkId }, data: { status: 'DEAD' } })
    await saveField(ada, { articleId, field: 'sourceUrl', value: `${url}#part`, baseVersion: 0 })
    const [link, source, ...others] = await found()
    expect(link).toMatchObject({ code: 'dead-link', severity: 'warning' })
    expect(link?.message).toBe(`“fares” links to a page that is dead: ${url} (410, the page was taken away).`)
    const { document } = await loadDraft(database(), articleId)
    expect(document.nodeAt(Number(link?.field.split(':')[1]))?.text).toBe(' fares')
    expect(source).toMatchObject({ field: 'sourceUrl', code: 'dead-source', severity: 'warning' })
    expect(others).toEqual([])
    await ignoreLink(ada, { articleId, linkId })
    expect(await found()).toEqual([])
  })

  test('is led to the archive', async () => {
    const input = await dead()
    await pointLinkToArchive(ada, input)
    expect(JSON.stringify((await loadDraft(database(), input.articleId)).document)).toContain(`/${url}"`)
    expect(await listed()).toEqual([])
  })

  test('is ignored by somebody who is named', async () => {
    const input = await dead()
    await ignoreLink(ada, input)
    expect(await listed()).toEqual([])
    expect(await linkAt(url)).toMatchObject({ ignoredById: ada.id, ignoredAt: expect.any(Date) })
  })

  test('of another article cannot be reached through an article of one’s own', async () => {
    const { linkId } = await dead()
    const own = await anArticle(stranger)
    await expect(ignoreLink(stranger, { articleId: own, linkId })).rejects.toThrow(NotFound)
    await expect(turnLinkIntoText(stranger, { articleId: own, linkId: newId() })).rejects.toThrow(NotFound)
  })
})

test('A title is plain words of at most 300 characters', () => {
  expect(titleOfPage('<meta property="og:title" content="A &lt;b&gt; c"><title>other</title>').title).toBe('A <b> c')
  expect(titleOfPage(`<title>${'é'.repeat(400)}</title>`).title).toHaveLength(300)
  expect(titleOfPage('<p>none</p>')).toEqual({ title: null, siteName: null })
})

describe('The report', () => {
  test('is paged by article, worst first, and filtered by section', async () => {
    const { id: sectionId } = await aSection()
    const articles: string[] = []
    for (const count of [1, 2, 3]) {
      const id = await linking(`http://board.test/${count}/0`)
      for (let position = 1; position < count; position += 1)
        await database().link.create({
          data: {
            ...{ id: newId(), layer: 'DRAFT', fromArticleId: id, kind: 'INLINE', position },
            url: `http://board.test/${count}/${position}`,
          },
        })
      articles.unshift(id)
    }
    await database().article.update({ where: { id: articles[1] ?? '' }, data: { sectionId } })
    for (const path of ['/1/0', '/2/0', '/2/1', '/3/0', '/3/1', '/3/2']) answers[path] = 404
    await check()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listBrokenLinks(ada, { limit: 1, cursor })
      seen.push(...page.articles.map(({ articleId }) => articleId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(articles)
    const inSection = await listBrokenLinks(ada, { sectionId })
    expect(inSection.articles).toMatchObject([{ articleId: articles[1], links: [{}, {}] }])
    expect(inSection.nextCursor).toBeNull()
    await expect(listBrokenLinks(ada, { cursor: 'nonsense' })).rejects.toThrow(Invalid)
  })
})

describe('The title of a page', () => {
  const words = 'Fähre'
  const latin = Buffer.from(`<title>${words}</title>`, 'latin1')
  const of = (body: Buffer, type = 'text/html') =>
    titleOfPage(textOfPage({ headers: { 'content-type': type }, body })).title

  test('is read in the encoding that the header, the page or its first bytes name', () => {
    expect(of(latin, 'text/html; charset="ISO-8859-1"')).toBe(words)
    expect(of(Buffer.concat([Buffer.from('<meta charset=windows-1252>'), latin]))).toBe(words)
    const equiv = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
    expect(of(Buffer.concat([Buffer.from(equiv), latin]))).toBe(words)
    expect(of(Buffer.from(`\ufeff<title>${words}</title>`, 'utf16le'))).toBe(words)
    const japanese = Buffer.from([0x83, 0x74, 0x83, 0x46, 0x83, 0x8a, 0x81, 0x5b])
    const page = [Buffer.from('<title>'), japanese, Buffer.from('</title>')]
    expect(of(Buffer.concat(page), 'text/html;charset=Shift_JIS')).toBe('フェリー')
  })

  test('is UTF-8 where nothing, or nonsense, is named', () => {
    const body = Buffer.from(`<title>${words}</title>`)
    expect(of(body)).toBe(words)
    expect(of(body, 'text/html; charset=klingon')).toBe(words)
    expect(of(Buffer.concat([Buffer.from('<meta charset="utf-16">'), body]))).toBe(words)
  })
})
