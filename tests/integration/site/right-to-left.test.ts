import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { alertMail } from '@/lib/breaking/alert-mail'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { newId } from '@/lib/ids'
import { makeOutsiderLink } from '@/lib/outsiders/make-link'
import type { PersonActor } from '@/lib/policy/actor'
import { addPart } from '@/lib/series/add-part'
import { createSeries } from '@/lib/series/create-series'
import { DEFAULT_SETTINGS } from '@/lib/settings/paper-settings'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { paragraph, readMore, related } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { type ServerProcess, startServer } from '@/tests/support/server-process'

// A paper in Arabic, as its readers get it. Whatever the newsroom wrote is Arabic here, so that every Latin word is one of ours.

const { nodes, text } = { nodes: schema.nodes, text: (words: string) => schema.text(words) }

let server: ServerProcess
let editor: PersonActor
let paths: Record<
  'article' | 'takenBack' | 'gone' | 'section' | 'topic' | 'author' | 'series' | 'question' | 'thanks' | 'preview',
  string
>

function aStory(headline: string, ...blocks: (ReturnType<typeof paragraph> | string)[]) {
  const body = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block))
  const head = [
    nodes.headline.create(null, text(headline)),
    nodes.standfirst.create(null, text('ما يعنيه ذلك للمدينة.')),
  ]
  return nodes.doc.create(null, [...head, ...body]).toJSON()
}

async function setting(name: string, value: string): Promise<void> {
  await database().setting.upsert({
    where: { key: `paper.${name}` },
    create: { key: `paper.${name}`, value },
    update: { value },
  })
}

beforeAll(async () => {
  await setting('language', 'ar')
  await setting('name', 'صحيفة المرفأ')
  await setting('tagline', 'أخبار الميناء')
  await setting('republishing', 'everybody')
  await setting('republishTerms', 'اذكروا اسم الصحيفة.')
  editor = await aPerson('ADMINISTRATOR', 'سلمى حداد')
  const section = await aSection()
  const topic = await aTopic()
  await database().section.update({ where: { id: section.id }, data: { name: 'أخبار' } })
  await database().topic.update({ where: { id: topic.id }, data: { name: 'الموانئ' } })
  const newsletterId = newId()
  await database().newsletter.create({
    data: {
      id: newsletterId,
      slug: newsletterId,
      name: 'نشرة الصباح',
      description: 'كل صباح.',
      frequency: '',
      position: 0,
    },
  })
  const earlier = await anArticle(editor, {
    slug: 'story-1',
    document: aStory('عبّارة جديدة', 'وصلت العبّارة أمس.'),
    sectionId: section.id,
  })
  await publishNow(editor, earlier)
  const other = await anArticle(editor, {
    slug: 'story-4',
    document: aStory('موسم السياحة يبدأ مبكراً', 'وصل الزوار.'),
    sectionId: section.id,
  })
  await publishNow(editor, other)
  const document = aStory(
    'الجسر يُغلق في مايو',
    'اجتمع المجلس يوم الثلاثاء.',
    nodes.paragraph.create(null, [text('صوّت تسعة أعضاء'), nodes.footnote.create(null, text('محضر الجلسة'))]),
    nodes.keyPoints.create(null, [nodes.keyPoint.create(null, text('يُغلق الجسر'))]),
    nodes.timeline.create(null, [nodes.timelineEntry.create({ when: '2019' }, [paragraph('افتُتح.')])]),
    nodes.table.create(null, [
      nodes.tableRow.create(null, [nodes.tableHeader.create(null, text('السنة'))]),
      nodes.tableRow.create(null, [nodes.tableCell.create(null, text('12'))]),
    ]),
    readMore(earlier),
    nodes.socialPost.create({ author: 'سلمى', url: 'https://social.example/1', postedAt: '2026-11-20T08:14:00.000Z' }, [
      paragraph('كلمات'),
    ]),
    nodes.newsletterSignUp.create({ newsletterId, pitch: '' }),
    related(earlier, other),
  )
  const article = await anArticle(editor, { slug: 'story-2', document, sectionId: section.id, topics: [topic.id] })
  const { path } = await publishNow(editor, article)
  const gone = await anArticle(editor, {
    slug: 'story-3',
    document: aStory('خطأ', 'كلمات خاطئة.'),
    sectionId: section.id,
  })
  const withdrawn = await publishNow(editor, gone)
  await killArticle(editor, { articleId: gone, reason: 'أخطأنا في الوقائع.' })
  const retracted = await anArticle(editor, {
    slug: 'story-5',
    document: aStory('مذنّب فوق المرفأ', 'سيُرى الليلة.'),
    sectionId: section.id,
  })
  const takenBack = await publishNow(editor, retracted)
  const correction = { kind: 'RETRACTION', text: 'لا يوجد مذنّب: لقد خُدعنا.' } as const
  await publishArticle(editor, { articleId: retracted, version: await versionOf(retracted), correction })
  const series = await createSeries(editor, { name: 'حياة الميناء', slug: 'harbour', description: '' })
  for (const articleId of [earlier, article]) await addPart(editor, { seriesId: series.id, articleId })
  const link = await makeOutsiderLink(editor, {
    articleId: article,
    purpose: 'SIGN_OFF',
    label: 'المحامي',
    hours: 1,
    version: null,
  })
  paths = {
    article: path,
    takenBack: takenBack.path,
    gone: withdrawn.path,
    section: `/${section.slug}`,
    topic: `/topic/${topic.slug}`,
    author: `/author/byline-${editor.id}`,
    series: `/series/${series.slug}`,
    question: `/question/${article}/1`,
    thanks: `/question/${article}/thanks`,
    preview: link.path,
  }
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '' },
  })
}, 300_000)

afterAll(() => server?.stop())

const SPOKEN = /\s(?:alt|aria-label|content|data-alerts-words|placeholder|title)="([^"]*)"/g
/** Formats, addresses, what is typed before a colon in a search, what machines read of a page, and the zone of a time. */
const LATIN =
  /RSS|HTML|WhatsApp|Facebook|Bluesky|UTC|GMT|name@example\.com|https?:[^\s"]*|\b(?:author|section|topic|after|before):|\b(?:light dark|noindex|nofollow|website|article|summary(?:_large_image)?|width=device-width, initial-scale=1|index|follow)\b|\d{4}-\d\d-\d\dT[\d:.]+Z|&\w+;|#\w+/g

/** The words of a page that a reader sees or hears. */
function saidBy(html: string): string {
  const body = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
  const attributes = [...body.matchAll(SPOKEN)].map(([, words]) => words?.replace(/"?&quot;\w+&quot;:/g, ' '))
  return [body.replace(/<[^>]+>/g, ' '), ...attributes].join(' ')
}

async function expectArabic(response: Response, status: number): Promise<string> {
  const html = await response.text()
  expect(response.status, html.slice(0, 300)).toBe(status)
  expect(html).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/)
  expect(
    saidBy(html)
      .replace(LATIN, ' ')
      .match(/\p{Script=Latin}+/gu) ?? [],
  ).toEqual([])
  return html
}

describe('A paper in Arabic says nothing in English', () => {
  test.each([
    ['its front page', () => '/', 200],
    ['a section', () => paths.section, 200],
    ['a topic', () => paths.topic, 200],
    ['an author', () => paths.author, 200],
    ['an article', () => paths.article, 200],
    ['an article that was taken back', () => paths.takenBack, 200],
    ['what was put right', () => '/corrections', 200],
    ['a series', () => paths.series, 200],
    ['the search', () => '/search', 200],
    ['what the search found', () => `/search?q=${encodeURIComponent('الجسر')}`, 200],
    ['what it did not find', () => `/search?q=${encodeURIComponent('زرافة author: after:قريبا')}`, 200],
    ['newsletters', () => '/newsletters', 200],
    ['alerts', () => '/alerts', 200],
    ...['confirmed', 'link-ended', 'not-an-address', 'stopped', 'confirm/x', 'unsubscribe/x'].map(
      (page) => [`newsletters, ${page}`, () => `/newsletters/${page}`, 200] as const,
    ),
    ['the form for a paragraph', () => paths.question, 200],
    ['the thanks for it', () => paths.thanks, 200],
    ['a draft by secret link', () => paths.preview, 200],
    ['a secret link that opens nothing', () => `/preview/${'x'.repeat(43)}`, 404],
    ['where nothing is', () => '/nothing-here', 404],
    ['what was withdrawn', () => paths.gone, 410],
  ] as [string, () => string, number][])('%s', async (_, path, status) => {
    const html = await expectArabic(await fetch(server.url + path()), status)
    expect(html).toContain('href="/right-to-left.css"')
  })

  test('the text for other publishers, but for code, which runs from left to right', async () => {
    const html = await (await fetch(`${server.url}${paths.article}/republish`)).text()
    const boxes = [...html.matchAll(/<textarea id="(\w+)"([^>]*)>[\s\S]*?<\/textarea>/g)]
    expect(boxes.map(([, id, attributes]) => [id, / dir="ltr"/.test(attributes ?? '')])).toEqual([
      ['html', true],
      ['head', true],
      ['text', false],
    ])
    await expectArabic(new Response(html.replace(/<textarea[\s\S]*?<\/textarea>/g, '')), 200)
  })

  test('what comes back of a report that was not sent, and what comes of it', async () => {
    const { editionId } = await database().publication.findFirstOrThrow()
    const send = (fields: Record<string, string>) =>
      fetch(`${server.url}/api/questions`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: server.url },
        body: new URLSearchParams({ article: newId(), edition: editionId, paragraph: '1', text: 'قصير', ...fields }),
      })
    await expectArabic(await send({ url: 'لا', mail: 'لا' }), 400)
    await expectArabic(await send({ text: 'هذه الكلمات ليست صحيحة.' }), 404)
  })

  test('what comes back behind a secret link', async () => {
    const body = new URLSearchParams({ form: 'sign', name: '', verdict: 'REFUSED', words: '' })
    await expectArabic(
      await fetch(server.url + paths.preview, { method: 'POST', headers: { Origin: server.url }, body }),
      400,
    )
  })

  test('feeds say so, and what was withdrawn is called so', async () => {
    const feed = (await (await fetch(`${server.url}/feed.json`)).json()) as {
      language: string
      items: { title: string }[]
    }
    expect(feed.language).toBe('ar')
    expect(feed.items.map(({ title }) => title)).toContain('مسحوب')
    expect(JSON.stringify(feed)).not.toMatch(/Read more|Notes|Key points|Sign up/)
  })
})

test('mail to a reader runs from right to left', async () => {
  const newsletter = await database().newsletter.findFirstOrThrow()
  await fetch(`${server.url}/api/newsletters/subscribe`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: server.url },
    body: new URLSearchParams({ email: 'reader@example.com', newsletter: newsletter.id, from: '/newsletters' }),
  })
  const mail = await database().mail.findFirstOrThrow()
  expect(mail.subject).toBe('تأكيد الاشتراك في نشرة الصباح')
  expect(mail.html).toContain('<html lang="ar" dir="rtl">')
  expect(mail.text.replace(/https?:\S+/, '')).not.toMatch(/\p{Script=Latin}/u)
})

test('so does an alert', () => {
  const mail = alertMail({
    to: 'reader@example.com',
    settings: { ...DEFAULT_SETTINGS, name: 'المرفأ', language: 'ar' },
    alert: { id: 'a', kind: 'BREAKING', text: 'أُغلق الجسر', path: '/a' },
    subscription: { id: '01900000-0000-7000-8000-000000000001', newsletter: { name: 'العاجل' } },
  })
  expect(mail.subject).toBe('عاجل: أُغلق الجسر')
  expect(mail.html).toContain('<html lang="ar" dir="rtl">')
  expect(mail.text.replace(/https?:\S+/g, '')).not.toMatch(/\p{Script=Latin}/u)
})
