import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { DocumentBody } from '@/components/document/document-body'
import { AgeNote } from '@/components/site/age-note'
import { BylineNames, printBylines } from '@/components/site/byline-names'
import { ClaimsBox } from '@/components/site/claims-box'
import { Pager } from '@/components/site/pager'
import { SeriesBox } from '@/components/site/series-box'
import { SourceLine } from '@/components/site/source-line'
import { printBanner } from '@/lib/breaking/print-banner'
import type { ShownClaim } from '@/lib/claims/readers'
import { EVENT_KINDS, STANDINGS } from '@/lib/claims/standing'
import { errorPage } from '@/lib/reader-cache/error-page'
import { replyLine } from '@/lib/replies/reply-line'
import { wordsFor } from '@/lib/site-words/words-for'
import { everyNode, resolved } from '@/tests/support/every-node'

// What no page of tests/integration/site/right-to-left.test.ts happens to show.

const words = wordsFor('ar')
const time = { language: 'ar', timeZone: 'UTC' }
const at = new Date('2026-11-22T14:02:00Z')

/** What a reader sees or hears of it. */
function said(node: ReactNode): string {
  const html = renderToStaticMarkup(createElement('div', null, node)).replace(/&quot;/g, '"')
  const heard = [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)
  return `${html.replace(/<[^>]+>/g, '')} ${heard.join(' ')}`
}

test('one claim of each standing, with everything that can happen to it', () => {
  const story = { articleId: 'a', headline: 'خبر', path: '/news/a', publishedAt: at, showsClaims: true }
  const claims: ShownClaim[] = STANDINGS.map((standing, index) => ({
    id: standing,
    slug: standing,
    path: '/claims/a',
    statement: 'الجسر يُغلق.',
    speaker: { name: 'إيناس', kind: 'PERSON' },
    standing,
    isShown: true,
    stamps: [
      { code: 'SINGLE_SOURCE', words: 'single source', voices: 1 },
      { code: 'INDEPENDENT_SOURCES', words: 'two independent sources', voices: index + 2 },
      { code: 'DOCUMENTS_SEEN', words: 'documents seen', voices: 0 },
      { code: 'NOT_VERIFIED', words: 'not verified by us', voices: 0 },
    ],
    review: { rating: 'Mostly true', verdict: 'نعم.', reviewedOn: at, story },
    events: EVENT_KINDS.map((kind) => ({
      ...{ id: kind, kind, speaker: { name: 'إيناس', kind: 'PERSON' }, quote: '', saidAt: at, stories: [story] },
      evidenceUrl: 'https://example.org/',
    })),
  }))
  const box = said(<ClaimsBox claims={claims} time={time} />)
  expect(box).not.toMatch(/\p{Script=Latin}/u)
  expect(box).toContain('نُفي هذا القول من جانب إيناس، 22 نوفمبر 2026.')
  expect(box).toContain('3 مصادر مستقلة')
})

test('names in a byline are joined as Arabic joins them', () => {
  const people = ['سلمى', 'ريم', 'طارق'].map((name) => ({ id: name, slug: 'a', name, role: '' }))
  expect(printBylines(people, words.article)).toBe('بقلم سلمى، ريم وطارق')
  expect(said(<BylineNames bylines={people} words={words.article} />).trim()).toBe('بقلم سلمى، ريم وطارق')
})

test('the age of a story, its series, its source, and the pages of a list', () => {
  const old = { publishedAt: new Date('2019-01-02T00:00:00Z'), updatedAt: null }
  const link = { path: '/news/b', headline: 'قبله' }
  const series = { name: 'الميناء', path: '/series/a', number: 2, total: 3, previous: link, next: link }
  const source = {
    name: 'وكالة',
    url: '',
    isCanonical: false,
    licence: 'مجاني',
    firstSeenAt: null,
    whatWeAdded: 'خريطة',
  }
  const all = said(
    <>
      <AgeNote article={old} time={time} />
      <SeriesBox series={series} words={words} />
      <SourceLine source={{ ...source, origin: 'REWRITTEN' }} words={words} />
      <Pager path="/news" page={2} hasMore words={words} />
    </>,
  )
  expect(all).not.toMatch(/\p{Script=Latin}/u)
  expect(all).toContain('الحلقة 2 من 3 · الميناء')
})

test('every block says what it says of itself in Arabic', () => {
  const html = renderToStaticMarkup(
    <DocumentBody document={everyNode()} printing={{ resolved, time, path: '/news/a' }} />,
  )
  for (const phrase of [
    'اقرأ أيضاً',
    'مقالات ذات صلة',
    'الهوامش',
    'نشرة بريدية',
    'اشترك',
    'حُذف لاحقاً',
    'تسلسل زمني',
    '↪',
  ])
    expect(html).toContain(phrase)
  expect(html).not.toMatch(/Read more|Related|Notes|Newsletter|Sign up|Timeline|Since deleted|See it on|Note \d|Table/)
  expect(html).toContain('<bdi class="social-post-handle" dir="ltr">@piet</bdi>')
})

test('the banner, and the page of a failure', () => {
  expect(printBanner({ text: 'الجسر', path: '/a', language: 'ar' }).html).toContain(
    'aria-label="خبر عاجل"><p><strong>عاجل</strong>',
  )
  const page = errorPage('ar-EG').toString()
  expect(page).toContain('<html lang="ar-EG" dir="rtl">')
  expect(page).toContain('<h1>يتعذّر عرض هذه الصفحة الآن</h1>')
  expect(errorPage('en-GB').toString()).toContain('<h1>This page cannot be shown right now</h1>')
})

test('the sentence of a reply does not know whether a woman or a man was asked', () => {
  const asked = { name: 'إيناس', deadline: at, answer: 'NONE' as const }
  expect(replyLine(asked, new Date('2026-11-23T00:00:00Z'), time)).toBe(
    'لم يصل ردّ من إيناس على طلب التعليق حتى الساعة 14:02 من يوم 22 نوفمبر.',
  )
})
