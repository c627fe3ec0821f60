import { expect, test } from 'vitest'
import { composeFront } from '@/lib/articles/compose-front'
import type { Teaser } from '@/lib/articles/public-article'
import { nextMidnight } from '@/lib/settings/paper-time'

const section = { id: 's', slug: 'news', name: 'News', description: '' }

function teaser(id: number, hasPicture = false): Teaser {
  const picture = hasPicture ? { id: 'p', alt: '', width: 3, height: 2, widths: [320] } : null
  const at = new Date('2026-11-20T10:00:00Z')
  return {
    id: String(id),
    path: `/news/${id}`,
    headline: '',
    cardHeadline: '',
    kicker: '',
    trailText: '',
    section,
    bylines: [],
    picture,
    publishedAt: at,
    updatedAt: null,
  }
}

test('the newest article with a picture leads the front, and no card stands twice', () => {
  const newest = Array.from({ length: 16 }, (_, n) => teaser(n, n === 2))
  const front = composeFront(newest, [{ section, articles: newest }])
  expect(front.lead?.id).toBe('2')
  expect(front.beside.map(({ id }) => id)).toEqual(['0', '1', '3'])
  expect(front.below.map(({ id }) => id)).toEqual(['4', '5'])
  expect(front.strips[0]?.articles.map(({ id }) => id)).toEqual(['6', '7', '8', '9'])
})

test('a front without pictures, with one article or with none is a front', () => {
  expect(composeFront([teaser(1), teaser(2)], []).lead?.id).toBe('1')
  expect(composeFront([teaser(1)], [{ section, articles: [teaser(1)] }])).toMatchObject({
    below: [],
    beside: [],
    strips: [],
  })
  expect(composeFront([], [])).toMatchObject({ lead: null, latest: [] })
})

test('a strip opens with the article that has a picture', () => {
  const front = composeFront([], [{ section, articles: [teaser(1), teaser(2, true), teaser(3)] }])
  expect(front.strips[0]?.articles.map(({ id }) => id)).toEqual(['2', '1', '3'])
})

test('midnight is the paper’s own, also on the days when clocks change', () => {
  const london = { timeZone: 'Europe/London' }
  expect(nextMidnight(new Date('2026-11-22T13:00:00Z'), london).toISOString()).toBe('2026-11-23T00:00:00.000Z')
  expect(nextMidnight(new Date('2026-07-01T23:30:00Z'), london).toISOString()).toBe('2026-07-02T23:00:00.000Z')
  expect(nextMidnight(new Date('2026-10-25T00:00:00Z'), london).toISOString()).toBe('2026-10-26T00:00:00.000Z')
  expect(nextMidnight(new Date('2026-11-22T13:00:00Z'), { timeZone: 'Asia/Kathmandu' }).toISOString()).toBe(
    '2026-11-22T18:15:00.000Z',
  )
})
