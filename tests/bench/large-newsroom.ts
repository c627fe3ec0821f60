import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, database } from '@/lib/db/database'
import { applyMigrations } from '@/lib/db/migrations'
import type { PersonActor } from '@/lib/policy/actor'
import { startThrowAwayPostgres } from '@/scripts/postgres'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { BENCH_WORDS } from './paper/words'

export type LargeNewsroom = {
  editor: PersonActor
  sectionId: string
  /** An article that `inbound` others point at. */
  popularId: string
  /** Some headlines, to be looked for. */
  headlines: string[]
  /** Some ids, to be pointed at. */
  ids: string[]
  /** Some texts that name people. */
  texts: string[]
  stop(): Promise<void>
}

/**
 * A newsroom of so many articles and links, in a database of its own that this process uses until it is stopped. Headlines have
 * seven words, of which a few are in every third headline and most in a handful: as words of a language are. Every second one
 * ends with a name that hardly any other has.
 */
export async function aLargeNewsroom(wanted: {
  articles: number
  links: number
  inbound: number
}): Promise<LargeNewsroom> {
  const postgres = await startThrowAwayPostgres()
  Object.assign(process.env, {
    DATABASE_URL: postgres.url('postgres'),
    NEXTAUTH_SECRET: 'only-for-the-bench-0123456789-0123456789',
    INTERNAL_SECRET: 'only-for-the-bench-9876543210-9876543210',
    MEDIA_DIR: mkdtempSync(join(tmpdir(), 'standfirst-bench-')),
    LOG_LEVEL: 'error',
  })
  await applyMigrations(postgres.url('postgres'))
  const editor = await aPerson('EDITOR')
  const section = await aSection('bench')
  await fillWords()
  await fillNames(wanted.articles)
  await fillArticles(wanted.articles, editor.id, section.id)
  const [popular] = await database().$queryRaw<{ id: string }[]>`SELECT id FROM "Article" ORDER BY id LIMIT 1`
  await fillLinks(wanted, popular?.id ?? '')
  await fillDrafts()
  await database().$executeRaw`ANALYZE`
  const some = await database().$queryRaw<{ id: string; headline: string }[]>`
    SELECT id, headline FROM "Article" ORDER BY md5(id::text) LIMIT 400`
  const texts = await database().$queryRaw<{ words: string }[]>`
    SELECT string_agg(words, ' ') AS words FROM (
      SELECT words, (row_number() OVER ()) / 3 AS part FROM "Draft" ORDER BY md5("articleId"::text) LIMIT 300
    ) AS drafts GROUP BY part`
  return {
    texts: texts.map(({ words }) => words),
    editor,
    sectionId: section.id,
    popularId: popular?.id ?? '',
    headlines: some.map(({ headline }) => headline),
    ids: some.map(({ id }) => id),
    stop: async () => {
      await closeDatabase()
      await postgres.stop()
    },
  }
}

async function fillWords(): Promise<void> {
  await database().$executeRawUnsafe(BENCH_WORDS)
  await database().$executeRaw`CREATE UNIQUE INDEX ON bench_word (n)`
}

/** Names of three or four of sixty syllables, each for one article. */
async function fillNames(articles: number): Promise<void> {
  await database().$executeRaw`
    CREATE UNLOGGED TABLE bench_name AS
    WITH syllables AS (
      SELECT ARRAY['ka','ri','sto','ven','mar','lo','bur','ten','fi','gra','sel','do','wick','ha','per','nor','lin','tau','cor','mi',
                   'ab','el','dun','ost','ham','ley','shaw','qui','zar','eth','bro','cla','dre','wen','pol','ju','isk','ove','ud','ang',
                   'ire','ock','und','ash','eer','oy','tri','plu','vas','sig','hol','yar','ker','nes','opp','ull','imb','act','egg','ibs'] AS s)
    SELECT n, (SELECT string_agg(s[1 + (abs(hashint8(n::bigint * 97 + k)) % 60)], '' ORDER BY k) FROM syllables, generate_series(1, 3 + n % 4 / 2) k) AS name
    FROM generate_series(2, ${articles}::int, 2) n`
  await database().$executeRaw`CREATE UNIQUE INDEX ON bench_name (n)`
}

async function fillArticles(count: number, personId: string, sectionId: string): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", slug, "sectionId", headline, "firstPublishedAt")
    SELECT gen_random_uuid(), 'DRAFT'::"ArticleState", ${personId}::uuid, now() - (n || ' minutes')::interval,
           now() - (n || ' minutes')::interval, 'article-' || n, ${sectionId}::uuid,
           (SELECT initcap(min(word) FILTER (WHERE k = 1)) || ' ' || string_agg(word, ' ' ORDER BY k) FILTER (WHERE k > 1)
            FROM generate_series(1, 7) k
            JOIN bench_word w ON w.n = floor(4000 * power((abs(hashint4(articles.n * 7 + k)) % 100000) / 100000.0, 3))::int)
             || coalesce((SELECT ' ' || initcap(name) FROM bench_name WHERE n = articles.n), ''),
           now() - (n || ' minutes')::interval
    FROM generate_series(1, ${count}::int) AS articles(n)`
}

/** Each names three of five thousand people among some thirty words, as the search for words has them. */
async function fillDrafts(): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Draft" ("articleId", version, document, "updatedAt", words, "indexedVersion")
    SELECT a.id, 0, '{"type":"doc"}'::jsonb, now(),
           a.headline || '. He met ' || (
             SELECT string_agg(initcap(f.word) || ' ' || initcap(l.word), ' and ' ORDER BY k) FROM generate_series(1, 3) k
             JOIN bench_word f ON f.n = 3000 + abs(hashtext(a.id::text || k)) % 50
             JOIN bench_word l ON l.n = 3100 + abs(hashtext(k || a.id::text)) % 100
           ) || ' there. ' || a.headline || ' ' || reverse(a.headline), 0
    FROM "Article" a`
}

async function fillLinks(
  { articles, links, inbound }: Parameters<typeof aLargeNewsroom>[0],
  popularId: string,
): Promise<void> {
  await database()
    .$executeRaw`CREATE UNLOGGED TABLE bench_article AS SELECT id, row_number() OVER () - 1 AS n FROM "Article"`
  await database().$executeRaw`CREATE UNIQUE INDEX ON bench_article (n)`
  const each = Math.floor(links / articles)
  await database().$executeRaw`
    INSERT INTO "Link" (id, layer, "fromArticleId", kind, position, "toArticleId", words, sentence)
    SELECT gen_random_uuid(), 'DRAFT'::"LinkLayer", a.id, 'INLINE'::"LinkKind", k, b.id, 'linked words',
           'A sentence of an ordinary length with linked words in the middle of it, as most of them are.'
    FROM bench_article a CROSS JOIN generate_series(0, ${each - 1}::int) k
    JOIN bench_article b ON b.n = abs(hashint8(a.n * 64 + k)) % ${articles}::int`
  await database().$executeRaw`
    INSERT INTO "Link" (id, layer, "fromArticleId", kind, position, "toArticleId", words, sentence)
    SELECT gen_random_uuid(), 'DRAFT'::"LinkLayer", id, 'READ_MORE'::"LinkKind", 1000, ${popularId}::uuid, '', ''
    FROM bench_article WHERE id <> ${popularId}::uuid ORDER BY n LIMIT ${inbound}::int`
}
