import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST } from '@/app/api/questions/route'
import { findArticleByPath } from '@/lib/articles/readers'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { answerReport, showAnswer } from '@/lib/reader-reports/answer-report'
import { dismissReport, lookAtReport, markCorrected } from '@/lib/reader-reports/decide-report'
import { forgetAddresses } from '@/lib/reader-reports/forget-addresses'
import { OPEN_MOST, TEXT_MOST } from '@/lib/reader-reports/limits'
import { getArticleReport, listArticleReports } from '@/lib/reader-reports/list-article-reports'
import { countNewReports, listReports, ReportsQuery } from '@/lib/reader-reports/list-reports'
import { switchReports, takesReports } from '@/lib/reader-reports/question-switch'
import { findQuestioned } from '@/lib/reader-reports/readers'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const HOST = 'paper.example'
const WORDS = [
  'The board met on Tuesday.',
  'It voted nine to two.',
  'The bridge closes in May.',
  'Ferries will run instead.',
]

let editor: PersonActor
let reporter: PersonActor
let administrator: PersonActor
let section: { id: string; slug: string }
let article: string
let edition: string

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  reporter = await aPerson('REPORTER')
  administrator = await aPerson('ADMINISTRATOR')
  section = await aSection()
})

beforeEach(async () => {
  await database().readerReport.deleteMany()
  article = await anArticle(editor, { sectionId: section.id, document: aDocument(`Bridge ${newId()}`, ...WORDS) })
  await publishNow(editor, article)
  edition = await liveEdition()
})

async function liveEdition(): Promise<string> {
  return (await database().publication.findUniqueOrThrow({ where: { articleId: article } })).editionId
}

type Sent = { fields?: Record<string, string>; network?: string; origin?: string; body?: string }

/** Sends the form as a browser would. */
function send({ fields = {}, network = newId(), origin = `https://${HOST}`, body }: Sent = {}): Promise<Response> {
  const form = {
    article,
    edition,
    paragraph: '4',
    text: 'The ferries stopped last year.',
    url: '',
    mail: '',
    website: '',
  }
  const request = new Request(`https://${HOST}/api/questions`, {
    method: 'POST',
    headers: {
      Origin: origin,
      Host: HOST,
      'Content-Type': 'application/x-www-form-urlencoded',
      'x-standfirst-address': `10.${[...network].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 250, 7)}.${network.charCodeAt(9)}.${network.charCodeAt(35)}`,
    },
    body: body ?? new URLSearchParams({ ...form, ...fields }).toString(),
  })
  return POST(request, { params: Promise.resolve({}) })
}

const reports = () => database().readerReport.findMany({ where: { articleId: article }, orderBy: { id: 'asc' } })
async function aReport(fields: Record<string, string> = {}): Promise<string> {
  const answer = await send({ fields })
  expect(answer.status, await answer.clone().text()).toBe(303)
  return (await reports()).at(-1)?.id ?? ''
}

describe('What a reader sends', () => {
  test('arrives with the words that it is about, and the reader is led to what happens next', async () => {
    const answer = await send({ fields: { url: 'example.org/ferries', mail: ' Ana@Reader.Example ' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/question/${article}/thanks`])
    expect(await reports()).toMatchObject([
      {
        ...{ editionId: edition, paragraph: 4, quote: WORDS[3], text: 'The ferries stopped last year.' },
        ...{ url: 'https://example.org/ferries', mail: 'ana@reader.example', state: 'NEW', closedAt: null },
      },
    ])
  })

  test('changes nothing that readers have', async () => {
    const { slug } = await database().publication.findUniqueOrThrow({ where: { articleId: article } })
    const before = JSON.stringify(await findArticleByPath(section.slug, slug))
    await aReport({ mail: 'ana@reader.example' })
    expect(JSON.stringify(await findArticleByPath(section.slug, slug))).toBe(before)
    expect(JSON.stringify(await findQuestioned(article))).not.toContain('stopped last year')
  })

  test('is kept with the words of the edition that stood on the page, though readers have another one since', async () => {
    await retype(editor, article, 5, 'Buses will run instead.')
    await publishNow(editor, article)
    await aReport()
    expect(await reports()).toMatchObject([{ editionId: edition, quote: 'Ferries will run instead.' }])
  })

  test('is kept once when it is sent twice, at the same moment, too', async () => {
    await Promise.all([send(), send(), send()])
    await send()
    expect(await reports()).toHaveLength(1)
    await send({ fields: { mail: 'other@reader.example' } })
    expect(await reports()).toHaveLength(2)
  })

  test('comes back with what was typed and a sentence where something is wrong with it', async () => {
    const answer = await send({ fields: { text: 'Wrong!', mail: 'ana at reader', url: 'javascript:alert(1)' } })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    for (const words of [
      'Wrong!',
      'ana at reader',
      'javascript:alert(1)',
      'in 10 characters at least',
      'name@example.com',
    ])
      expect(page).toContain(words)
    expect(page).toContain('This is not the address of a page')
    const long = await send({ fields: { text: 'x'.repeat(TEXT_MOST + 1) } })
    expect([long.status, (await long.text()).includes('1,000 characters at most')]).toEqual([400, true])
    expect(await reports()).toEqual([])
  })

  test('keeps signs and lines of the text, and no control characters; on the page of the answer it is text', async () => {
    const hostile = '<script>alert(1)</script>\u0000\u001b[31m\u202eevil\r\nSecond "line" & more'
    await aReport({ text: hostile })
    expect((await reports())[0]?.text).toBe('<script>alert(1)</script> [31mevil\nSecond "line" & more')
    const page = await (await send({ fields: { text: hostile, mail: '"><img src=x onerror=alert(1)>' } })).text()
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img')
  })

  test('is not taken for what is not there: a paragraph, an article, an edition of another one, fields of its own', async () => {
    const draft = await anArticle(editor)
    const other = await anArticle(editor, { sectionId: section.id })
    await publishNow(editor, other)
    const statuses = async (all: Record<string, string>[]) =>
      Promise.all(all.map(async (fields) => (await send({ fields })).status))
    expect(await statuses([{ paragraph: '5' }, { paragraph: '0' }, { paragraph: '-1' }, { paragraph: '4e0' }])).toEqual(
      Array(4).fill(400),
    )
    expect(
      await statuses([{ article: draft }, { article: newId() }, { article: other }, { edition: newId() }]),
    ).toEqual(Array(4).fill(404))
    expect(await statuses([{ article: 'x' }, { state: 'CORRECTED' }])).toEqual([400, 400])
    expect(await database().readerReport.count()).toBe(0)
  })

  test('is not taken from another site, nor a megabyte of it, nor what is no form', async () => {
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await send({ body: `text=${'x'.repeat(1_000_000)}` })).status).toBe(413)
    expect((await send({ body: '' })).status).toBe(400)
    expect(await reports()).toEqual([])
  })

  test('by a program that fills in what people do not see is thanked for and dropped', async () => {
    expect((await send({ fields: { website: 'https://spam.example' } })).status).toBe(303)
    expect(await reports()).toEqual([])
  })

  test('fifty times in a row is taken twenty times, then refused with a sentence and what was typed', async () => {
    const network = newId()
    const statuses: number[] = []
    for (let n = 0; n < 50; n += 1)
      statuses.push((await send({ network, fields: { text: `The ferries stopped in year ${n}.` } })).status)
    expect([statuses.filter((status) => status === 303).length, statuses.at(20), statuses.at(-1)]).toEqual([
      20, 429, 429,
    ])
    const last = await send({ network, fields: { text: 'And here is one more of them.' } })
    expect(last.headers.get('retry-after')).toMatch(/^\d+$/)
    const page = await last.text()
    expect(page).toContain('Too many tries')
    expect(page).toContain('And here is one more of them.')
  })

  test('finds no room where two hundred wait already', async () => {
    const row = {
      articleId: article,
      editionId: edition,
      paragraph: 1,
      quote: 'q',
      text: 'Waits.',
      createdAt: new Date(),
    }
    await database().readerReport.createMany({
      data: Array.from({ length: OPEN_MOST }, () => ({ id: newId(), ...row })),
    })
    expect((await send()).status).toBe(409)
  })

  test('about a withdrawn article is answered as the article is', async () => {
    await unpublishArticle(editor, { articleId: article, reason: 'Under review.' })
    expect((await send()).status).toBe(410)
    expect(await findQuestioned(article)).toMatchObject({ kind: 'gone', reason: 'Under review.' })
    expect(await findQuestioned(await anArticle(editor))).toEqual({ kind: 'unknown' })
  })

  test('is taken no more once an administrator switched it off', async () => {
    await expect(switchReports(editor, { takes: false })).rejects.toThrow(Forbidden)
    await switchReports(administrator, { takes: false })
    expect([await takesReports(), (await findQuestioned(article)).kind, (await send()).status]).toEqual([
      false,
      'unknown',
      404,
    ])
    await switchReports(administrator, { takes: true })
    expect((await send()).status).toBe(303)
  })
})

describe('A paragraph that is questioned', () => {
  test('is shown as readers have it: nothing of what was typed since', async () => {
    await retype(editor, article, 5, 'Secret words of the draft.')
    const found = await findQuestioned(article)
    expect(found.kind === 'live' && found.article.paragraphs.map(({ words }) => words)).toEqual(WORDS)
  })
})

describe('On the desk', () => {
  const listed = async (actor: PersonActor, query: object = {}) =>
    (await listReports(actor, ReportsQuery.parse(query))).reports

  test('reports are listed newest first, by state, section and article, without the address of the reader', async () => {
    const first = await aReport({ mail: 'ana@reader.example' })
    const second = await aReport({ paragraph: '1' })
    expect((await listed(editor)).map(({ id }) => id)).toEqual([second, first])
    expect(await listed(editor)).toMatchObject([{ canBeMailed: false }, { canBeMailed: true, quote: WORDS[3] }])
    expect(JSON.stringify(await listed(editor))).not.toContain('ana@')
    expect(JSON.stringify(await listArticleReports(editor, article))).not.toContain('ana@')
    await dismissReport(editor, { reportId: first, seen: 'NEW', reason: 'The ferries run.' })
    expect((await listed(editor)).map(({ id }) => id)).toEqual([second])
    expect((await listed(editor, { state: 'DISMISSED', section: section.id })).map(({ id }) => id)).toEqual([first])
    expect(await listed(editor, { state: 'ALL', section: (await aSection()).id })).toEqual([])
    expect(await listed(editor, { state: 'ALL', article, cursor: second })).toHaveLength(1)
    expect((await listArticleReports(editor, article)).reports.map(({ id }) => id)).toEqual([second])
    expect(await getArticleReport(editor, article, first)).toMatchObject({ state: 'DISMISSED' })
    await expect(getArticleReport(editor, await anArticle(editor), first)).rejects.toThrow(NotFound)
  })

  test('whoever edits stories sees them, and decides where they may edit the story', async () => {
    const reportId = await aReport()
    const lawyer = await aPerson('LAWYER')
    await expect(listed(lawyer)).rejects.toThrow(Forbidden)
    await expect(listReports({ kind: 'nobody' }, ReportsQuery.parse({}))).rejects.toThrow(NotSignedIn)
    expect([await countNewReports(reporter), await countNewReports(lawyer)]).toEqual([1, 0])
    expect(await listed(reporter)).toMatchObject([{ mayDecide: false }])
    const seen = { reportId, seen: 'NEW' } as const
    for (const actor of [reporter, lawyer]) {
      await expect(lookAtReport(actor, seen)).rejects.toThrow(Forbidden)
      await expect(dismissReport(actor, { ...seen, reason: 'No.' })).rejects.toThrow(Forbidden)
      await expect(markCorrected(actor, seen)).rejects.toThrow(Forbidden)
      await expect(answerReport(actor, { ...seen, answer: 'No.' })).rejects.toThrow(Forbidden)
      await expect(showAnswer(actor, { reportId, answer: 'No.' })).rejects.toThrow(Forbidden)
    }
    await lookAtReport(editor, seen)
    expect(await listed(editor)).toMatchObject([{ state: 'LOOKED_AT', decidedBy: editor.name }])
    expect(await countNewReports(editor)).toBe(0)
  })

  test('of two who decide, the second is told', async () => {
    const reportId = await aReport({ mail: 'ana@reader.example' })
    const results = await Promise.allSettled([
      answerReport(editor, { reportId, seen: 'NEW', answer: 'You are right.' }),
      dismissReport(administrator, { reportId, seen: 'NEW', reason: 'No.' }),
    ])
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: expect.any(Conflict) }])
  })

  test('what was dismissed can be taken up again', async () => {
    const reportId = await aReport()
    await dismissReport(editor, { reportId, seen: 'NEW', reason: 'No.' })
    await lookAtReport(editor, { reportId, seen: 'DISMISSED' })
    expect(await reports()).toMatchObject([{ state: 'LOOKED_AT', reason: '', closedAt: null }])
  })

  test('an answer goes out by mail with the name of the paper, as it was shown, once', async () => {
    const mail = `${newId()}@reader.example`
    const reportId = await aReport({ mail })
    const answer = 'You are right.\n\nWe have put it right.'
    const shown = await showAnswer(editor, { reportId, answer })
    expect(shown?.subject).toMatch(/^The Standfirst: about “Bridge /)
    expect(JSON.stringify(shown)).not.toContain(mail)
    await answerReport(editor, { reportId, seen: 'NEW', answer })
    const sent = await database().mail.findMany({ where: { to: mail } })
    expect(sent).toMatchObject([{ subject: shown?.subject, text: shown?.text }])
    for (const words of [WORDS[3], 'The ferries stopped last year.', 'You are right.', 'We have put it right.'])
      expect(sent[0]?.text).toContain(words)
    expect(await reports()).toMatchObject([{ state: 'ANSWERED', answerText: answer, answerMailId: sent[0]?.id }])
    await expect(answerReport(editor, { reportId, seen: 'ANSWERED', answer })).rejects.toThrow(Conflict)
    await expect(lookAtReport(editor, { reportId, seen: 'ANSWERED' })).rejects.toThrow(Conflict)
  })

  test('an answer without an address sends nothing', async () => {
    const reportId = await aReport()
    const before = await database().mail.count()
    expect(await showAnswer(editor, { reportId, answer: 'Noted.' })).toBeNull()
    await answerReport(editor, { reportId, seen: 'NEW', answer: 'Noted.' })
    expect([await database().mail.count(), (await reports())[0]?.state]).toEqual([before, 'ANSWERED'])
  })

  test('a correction is one once readers have it, names its edition, and can be answered after that', async () => {
    const reportId = await aReport()
    await expect(markCorrected(editor, { reportId, seen: 'NEW' })).rejects.toThrow('Publish the correction first')
    await retype(editor, article, 5, 'Buses will run instead.')
    await expect(markCorrected(editor, { reportId, seen: 'NEW' })).rejects.toThrow(Conflict)
    await publishNow(editor, article)
    await markCorrected(editor, { reportId, seen: 'NEW' })
    expect(await listed(editor, { state: 'CORRECTED' })).toMatchObject([{ edition: 1, correctedIn: 2 }])
    await answerReport(editor, { reportId, seen: 'CORRECTED', answer: 'Thank you.' })
    expect(await reports()).toMatchObject([{ state: 'CORRECTED', correctedEditionId: await liveEdition() }])
  })

  test('nothing of a reader is in the audit log or in a notice', async () => {
    const mail = `${newId()}@reader.example`
    const reportId = await aReport({ mail, text: 'zqreaderwords are not true' })
    await lookAtReport(editor, { reportId, seen: 'NEW' })
    await answerReport(editor, { reportId, seen: 'LOOKED_AT', answer: 'zqanswerwords' })
    const written = JSON.stringify([
      await database().auditEvent.findMany({ where: { thingId: article } }),
      await database().notification.findMany(),
    ])
    expect(written).toContain('readerReport.answer')
    for (const secret of [mail, 'zqreaderwords', 'zqanswerwords']) expect(written).not.toContain(secret)
  })
})

describe('The address of a reader', () => {
  const closedDaysAgo = (reportId: string, days: number) =>
    database().readerReport.update({
      where: { id: reportId },
      data: { closedAt: new Date(Date.now() - days * 24 * 60 * 60 * 1000) },
    })

  test('is removed ninety days after the report was closed, and the mail that went there with it', async () => {
    const mail = `${newId()}@reader.example`
    const old = await aReport({ mail })
    await answerReport(editor, { reportId: old, seen: 'NEW', answer: 'Thank you.' })
    const young = await aReport({ mail, paragraph: '1' })
    await dismissReport(editor, { reportId: young, seen: 'NEW', reason: 'No.' })
    const open = await aReport({ mail, paragraph: '2' })
    await closedDaysAgo(old, 91)
    await closedDaysAgo(young, 89)
    expect(await forgetAddresses()).toBe(1)
    const kept = new Map((await reports()).map((report) => [report.id, report]))
    expect(kept.get(old)).toMatchObject({ mail: null, answerMailId: null, answerText: 'Thank you.' })
    expect([kept.get(young)?.mail, kept.get(open)?.mail]).toEqual([mail, mail])
    expect(await database().mail.count({ where: { to: mail } })).toBe(0)
    expect(await forgetAddresses()).toBe(0)
  })
})
