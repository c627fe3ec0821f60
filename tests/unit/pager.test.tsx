import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pageNumber } from '@/components/site/page-number'
import { Pager, pagesAround } from '@/components/site/pager'
import { LAST_PAGE } from '@/lib/articles/last-page'
import { wordsFor } from '@/lib/site-words/words-for'

const words = wordsFor('en-GB')
const links = (page: number, hasMore: boolean, query?: Record<string, string>) =>
  [
    ...renderToStaticMarkup(
      <Pager path="/news" page={page} hasMore={hasMore} words={words} {...(query === undefined ? {} : { query })} />,
    ).matchAll(/<a (?:rel="(\w+)" )?href="([^"]*)"/g),
  ].map(([, rel, href]) => `${rel ?? 'first'} ${href}`)

test('leads to the newer and the older page, and from the third on to the first, each under its one address', () => {
  expect(links(1, false)).toEqual([])
  expect(links(1, true)).toEqual(['next /news?page=2'])
  expect(links(2, true)).toEqual(['prev /news', 'next /news?page=3'])
  expect(links(3, false)).toEqual(['first /news', 'prev /news?page=2'])
  expect(links(3, true, { q: 'sea' })).toEqual([
    'first /news?q=sea',
    'prev /news?q=sea&amp;page=2',
    'next /news?q=sea&amp;page=4',
  ])
  expect(pagesAround('/news', 1, true)).toEqual({ previous: null, next: '/news?page=2' })
  expect(pagesAround('/news', 2, false)).toEqual({ previous: '/news', next: null })
})

test('ends at the last page that can be asked for, and says where the rest is', () => {
  expect(pageNumber(String(LAST_PAGE))).toBe(LAST_PAGE)
  for (const none of [String(LAST_PAGE + 1), '0', '-1', '1.5', '02', 'x', ['2']]) expect(pageNumber(none)).toBeNull()
  expect(links(LAST_PAGE, true)).toEqual(['first /news', `prev /news?page=${LAST_PAGE - 1}`])
  expect(renderToStaticMarkup(<Pager path="/news" page={LAST_PAGE} hasMore words={words} />)).toContain(
    'the search finds',
  )
  expect(pagesAround('/news', LAST_PAGE, true).next).toBeNull()
})
