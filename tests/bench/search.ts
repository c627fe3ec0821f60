import { closeDatabase, database } from '@/lib/db/database'
import { searchPublications } from '@/lib/search/search-publications'
import { type AskedSearch, readSearchQuery } from '@/lib/search/search-query'
import { openPaper } from './paper/open-paper'
import { nameSql } from './paper/words'
import { percentile } from './percentile'

const ROUNDS = 60

/** Readers' search among more and more articles: words that hardly any has, words that every third has, operators, errors. */
export async function search(isSmall: boolean): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const size of isSmall ? [1_000, 10_000] : [1_000, 100_000, 1_000_000]) {
    const paper = await openPaper(size)
    try {
      process.env.DATABASE_URL = paper.url
      for (const [name, question] of Object.entries(QUESTIONS)) Object.assign(figures, await ask(size, name, question))
    } finally {
      await closeDatabase()
      await paper.stop()
    }
  }
  return figures
}

/** Of each kind a question, by a number that makes it another each time. */
const QUESTIONS: Record<string, (n: number, size: number) => Promise<AskedSearch>> = {
  name: async (n, size) => ({ q: await nameOf(1 + ((n * 7919) % size)) }),
  twoWords: async (n) => ({ q: `${await wordAt(20 + n)} ${await wordAt(60 + 3 * n)}` }),
  common: async (n) => ({ q: await wordAt(n % 5) }),
  phrase: async (n, size) => ({ q: `"${await phraseOf(1 + ((n * 104_729) % size))}"` }),
  commonByDate: async (n) => ({ q: await wordAt(n % 5), order: 'date' }),
  narrowed: async (n) => ({ q: `${await wordAt(n)} section:news after:2000`, before: yesterday() }),
  misspelt: async (n, size) => ({ q: misspell(await nameOf(1 + ((n * 6_007) % size))) }),
  nothing: async (n) => ({ q: `zzxqj${n}` }),
}

async function ask(
  size: number,
  name: string,
  question: (n: number, size: number) => Promise<AskedSearch>,
): Promise<Record<string, number>> {
  const times: number[] = []
  let found = 0
  for (let n = 0; n < ROUNDS; n++) {
    const query = readSearchQuery(await question(n, size), 'Europe/London')
    const startedAt = performance.now()
    const { hits } = await searchPublications(query, 1)
    times.push(Math.round((performance.now() - startedAt) * 10) / 10)
    found += Math.min(1, hits.length)
  }
  return {
    [`${name} ${size}: median`]: percentile(times, 50),
    [`${name} ${size}: p95`]: percentile(times, 95),
    [`${name} ${size}: answered of ${ROUNDS}`]: found,
  }
}

async function wordAt(n: number): Promise<string> {
  const [row] = await database().$queryRaw<{ word: string }[]>`SELECT word FROM bench_word WHERE n = ${n}`
  return row?.word ?? ''
}

async function nameOf(n: number): Promise<string> {
  const [row] = await database().$queryRawUnsafe<{ name: string }[]>(`SELECT ${nameSql(String(n))} AS name`)
  return row?.name ?? ''
}

async function phraseOf(n: number): Promise<string> {
  const [row] = await database().$queryRaw<{ words: string }[]>`
    SELECT split_part(words, '. ', 2) AS words FROM "Publication" WHERE slug = ${`story-${n}`}`
  return (row?.words ?? '').split(' ').slice(4, 7).join(' ')
}

function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
}

/** Two letters in the middle have changed places. */
function misspell(word: string): string {
  const middle = Math.floor(word.length / 2)
  return word.slice(0, middle - 1) + (word[middle] ?? '') + (word[middle - 1] ?? '') + word.slice(middle + 1)
}
