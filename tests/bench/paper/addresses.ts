import type pg from 'pg'
import { LAST_PAGE } from '@/lib/articles/last-page'
import { AUTHORS, PARTS_OF_SERIES, SERIES_EVERY, TOPICS } from './fill-paper'
import type { Paper } from './open-paper'
import { nameSql } from './words'

export type Addresses = Record<string, (n: number) => string>

/** A prime, so that one after the other lies far from the one before. */
const STRIDE = 7_919
const QUESTIONS = 200

/**
 * One address of each kind of page, by a number that makes it another one each time, where the paper has another: articles from the newest to
 * the oldest, every shelf, questions with a name that one article has and with a word that hundreds have.
 */
export async function addressesOf({ client, size }: Pick<Paper, 'client' | 'size'>): Promise<Addresses> {
  const sections = await column(client, 'SELECT slug FROM bench_section ORDER BY n')
  const names = await column(
    client,
    `SELECT ${nameSql(`(1 + (n * ${STRIDE}) % ${size})`)} FROM generate_series(1, ${QUESTIONS}) n`,
  )
  const words = await column(
    client,
    `SELECT word FROM bench_word WHERE n BETWEEN 20 AND ${20 + 3 * QUESTIONS} ORDER BY n`,
  )
  const lately = Math.min(size, 400)
  const series = Math.floor(size / (SERIES_EVERY * PARTS_OF_SERIES))
  const latest = Math.min(LAST_PAGE, Math.floor(size / sections.length / 20))
  const article = (n: number) => `/${at(sections, n)}/story-${n}`
  return {
    home: () => '/',
    section: (n) => `/${at(sections, n)}`,
    topic: (n) => `/topic/bench-topic-${(n * 7) % TOPICS}`,
    author: (n) => `/author/bench-author-${(n * 7) % AUTHORS}`,
    series: (n) => `/series/bench-series-${n % series}`,
    'new article': (n) => article(1 + ((n * STRIDE) % lately)),
    article: (n) => article(1 + ((n * STRIDE) % size)),
    'search, a name': (n) => `/search?q=${at(names, n)}`,
    'search, two words': (n) => `/search?q=${at(words, n)}+${at(words, 2 * n + 90)}`,
    'search, a common word': (n) => `/search?q=${at(words, n % 5)}`,
    'feed.xml': () => '/feed.xml',
    'atom.xml': () => '/atom.xml',
    'feed.json': () => '/feed.json',
    'feed of a topic': (n) => `/topic/bench-topic-${(n * 11) % TOPICS}/feed.xml`,
    'sitemap file': (n) => `/sitemaps/${1 + (n % Math.ceil(size / 10_000))}.xml`,
    'news sitemap': () => '/news-sitemap.xml',
    'section, a late page': (n) => `/${at(sections, n)}?page=${latest - (n % Math.min(latest - 1, 50))}`,
  }
}

function at(values: readonly string[], n: number): string {
  return values[n % values.length] ?? ''
}

async function column(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(query)
  return rows.flatMap((row) => Object.values(row))
}
