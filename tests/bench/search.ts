import { database } from '@/lib/db/database'
import { searchPublications } from '@/lib/search/search-publications'
import { type AskedSearch, readSearchQuery } from '@/lib/search/search-query'
import { aLargeNewsroom } from './large-newsroom'
import { percentile } from './percentile'

const ROUNDS = 60

/** Readers' search among more and more articles: words that hardly any has, words that every third has, operators, errors. */
export async function search(isSmall: boolean): Promise<Record<string, number>> {
  const sizes = isSmall ? [1_000, 10_000] : [1_000, 100_000, 1_000_000]
  const newsroom = await aLargeNewsroom({ articles: 10, links: 10, inbound: 1 })
  try {
    await fillWords()
    const figures: Record<string, number> = {}
    let filled = 0
    for (const size of sizes) {
      const startedAt = performance.now()
      await fill({ from: filled + 1, to: size, personId: newsroom.editor.id, sectionId: newsroom.sectionId })
      console.log(`${size} articles after ${Math.round((performance.now() - startedAt) / 1000)} s`)
      filled = size
      for (const [name, question] of Object.entries(QUESTIONS)) Object.assign(figures, await ask(size, name, question))
    }
    return figures
  } finally {
    await newsroom.stop()
  }
}

/** Of each kind a question, by a number that makes it another each time. */
const QUESTIONS: Record<string, (n: number, size: number) => Promise<AskedSearch>> = {
  name: async (n, size) => ({ q: await nameOf(1 + ((n * 7919) % size)) }),
  twoWords: async (n) => ({ q: `${await wordAt(20 + n)} ${await wordAt(60 + 3 * n)}` }),
  common: async (n) => ({ q: await wordAt(n % 5) }),
  phrase: async (n, size) => ({ q: `"${await phraseOf(1 + ((n * 104_729) % size))}"` }),
  commonByDate: async (n) => ({ q: await wordAt(n % 5), order: 'date' }),
  narrowed: async (n) => ({ q: `${await wordAt(n)} section:bench after:2000`, before: yesterday() }),
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

/**
 * Paragraphs of forty words, of which a few are in every third and most in a handful: as words of a language are. An article has three of
 * them, and a name of its own in headline and text.
 */
async function fillWords(): Promise<void> {
  await database().$executeRaw`
    CREATE UNLOGGED TABLE bench_paragraph AS
    SELECT n, (
      SELECT string_agg(w.word, ' ' ORDER BY k) FROM generate_series(1, 40) k
      JOIN bench_word w ON w.n = floor(4000 * power((abs(hashint4(paragraphs.n * 41 + k)) % 100000) / 100000.0, 3))::int
    ) AS words FROM generate_series(0, 19999) AS paragraphs(n)`
  await database().$executeRaw`CREATE UNIQUE INDEX ON bench_paragraph (n)`
}

/** A name of four syllables that hardly any other number has. */
const nameSql = (n: string) => `
  (SELECT initcap(string_agg((ARRAY['ka','ri','sto','ven','mar','lo','bur','ten','fi','gra','sel','do','wick','ha','per','nor','lin','tau',
  'cor','mi','ab','el','dun','ost','ham','ley','shaw','qui','zar','eth','bro','cla','dre','wen','pol','ju','isk','ove','ud','ang'])
  [1 + (abs(hashint8(${n}::bigint * 97 + k)) % 40)], '' ORDER BY k)) FROM generate_series(1, 4) k)`

async function fill(wanted: { from: number; to: number; personId: string; sectionId: string }): Promise<void> {
  const { from, to, personId, sectionId } = wanted
  const metadata = JSON.stringify({
    headline: 'Headline',
    standfirst: 'Standfirst',
    section: { id: sectionId, slug: 'bench', name: 'Bench' },
    slug: 'slug',
    kicker: '',
    trailText: '',
    topics: [],
    bylines: [],
    source: null,
    mainImage: null,
  })
  // Without the triggers of ordinary work: what they keep is made here, at once.
  await database().$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`SET LOCAL session_replication_role = replica`)
      await tx.$executeRawUnsafe(`
        CREATE TEMPORARY TABLE made ON COMMIT DROP AS
        SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS edition, ${nameSql('n')} AS name,
               now() - n * interval '7 minutes' AS at
        FROM generate_series(${from}, ${to}) n`)
      await tx.$executeRawUnsafe(`
        INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", slug, "sectionId", headline, "firstPublishedAt")
        SELECT id, 'PUBLISHED', '${personId}', at, at, 'story-' || n, '${sectionId}', 'The ' || name || ' report', at FROM made`)
      await tx.$executeRawUnsafe(`
        INSERT INTO "Edition" (id, "articleId", number, version, document, metadata, "publishedAt", "publishedById")
        SELECT edition, id, 1, 0, '{"type":"doc"}', '${metadata}', at, '${personId}' FROM made`)
      await tx.$executeRawUnsafe(`
        INSERT INTO "HeadlineWord" (word) SELECT DISTINCT lower(name) FROM made`)
      await tx.$executeRawUnsafe(`
        INSERT INTO "Publication" ("articleId", "editionId", "sectionId", slug, headline, words, search, "threadId", "firstPublishedAt", "updatedAt")
        SELECT id, edition, '${sectionId}', 'story-' || n, headline, words, standfirst_search_of(headline, words), id, at, at
        FROM (
          SELECT made.*, 'The ' || name || ' report ' || split_part(a.words, ' ', 3) AS headline,
                 'The ' || name || ' report. ' || a.words || '. ' || b.words || '. ' || c.words || '.' AS words
          FROM made
          JOIN bench_paragraph a ON a.n = abs(hashint8(made.n * 3::bigint)) % 20000
          JOIN bench_paragraph b ON b.n = abs(hashint8(made.n * 3::bigint + 1)) % 20000
          JOIN bench_paragraph c ON c.n = abs(hashint8(made.n * 3::bigint + 2)) % 20000
        ) AS told`)
    },
    { timeout: 3_600_000, maxWait: 60_000 },
  )
  await database().$executeRaw`VACUUM ANALYZE "Publication"`
  await database().$executeRaw`VACUUM ANALYZE "HeadlineWord"`
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
