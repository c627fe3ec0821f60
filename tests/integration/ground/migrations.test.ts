import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyMigrations, diffMigrationsWithSchema } from '@/lib/db/migrations'
import { freshDatabase } from '@/tests/support/database'
import { manyPublications } from '@/tests/support/many-publications'
import { aPerson } from '@/tests/support/newsroom-rows'

const names = readdirSync('prisma/migrations', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
let url: string
let client: pg.Client

beforeAll(async () => {
  url = process.env.DATABASE_URL ?? ''
  client = new pg.Client({ connectionString: url })
  await client.connect()
})

afterAll(() => client.end())

test('the migrations make what prisma/schema.prisma says', async () => {
  expect(await diffMigrationsWithSchema(url)).toBe('')
})

test('a database that has every migration gets none', async () => {
  expect(await applyMigrations(url)).toEqual([])
})

test('two processes that migrate an empty database at once apply each migration once', async () => {
  const admin = new URL(url)
  const name = `standfirst_test_twice_${Date.now()}`
  await client.query(`CREATE DATABASE ${name}`)
  admin.pathname = `/${name}`
  const applied = await Promise.all([
    applyMigrations(admin.href),
    applyMigrations(admin.href),
    applyMigrations(admin.href),
  ])
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  expect(applied.flat().sort()).toEqual(names)
})

test('a database that belongs to something else is left alone', async () => {
  const other = new URL(url)
  const name = `standfirst_test_foreign_${Date.now()}`
  await client.query(`CREATE DATABASE ${name}`)
  other.pathname = `/${name}`
  const foreign = new pg.Client({ connectionString: other.href })
  await foreign.connect()
  await foreign.query('CREATE TABLE theirs ()')
  await expect(applyMigrations(other.href)).rejects.toThrow(/schema is not empty/)
  expect(
    (await foreign.query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).rows,
  ).toEqual([{ relname: 'theirs' }])
  await foreign.end()
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
})

test('a migration that failed once is tried again at the next start', async () => {
  const admin = new URL(url)
  const name = `standfirst_test_failed_${Date.now()}`
  await client.query(`CREATE DATABASE ${name}`)
  admin.pathname = `/${name}`
  const other = new pg.Client({ connectionString: admin.href })
  await other.connect()
  // In the way of the second migration.
  await other.query('CREATE TEXT SEARCH CONFIGURATION standfirst (COPY = simple)')
  await expect(applyMigrations(admin.href)).rejects.toThrow(/duplicate key/)
  await other.query('DROP TEXT SEARCH CONFIGURATION standfirst')
  expect(await applyMigrations(admin.href)).toEqual(names.slice(1))
  await other.end()
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
})

test.each(['Edition', 'AuditEvent'])('rows of %s cannot be changed, removed or emptied', async (table) => {
  const message = /written once and never changed or removed/
  await expect(client.query(`UPDATE "${table}" SET id = id`)).rejects.toThrow(message)
  await expect(client.query(`DELETE FROM "${table}"`)).rejects.toThrow(message)
  await expect(client.query(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(message)
})

test('a search finds words by their stem, with and without their accents', async () => {
  const query = `SELECT to_tsvector('standfirst', 'The café reopened its Élysée terraces') @@ websearch_to_tsquery('standfirst', $1) AS found`
  for (const words of ['cafe', 'CAFÉ', 'elysee', 'terrace', 'reopening']) {
    expect((await client.query(query, [words])).rows, words).toEqual([{ found: true }])
  }
})

test.each([
  [
    'Draft_words_search',
    `SELECT 1 FROM "Draft" WHERE to_tsvector('standfirst', words) @@ websearch_to_tsquery('standfirst', 'x')`,
  ],
  ['Publication_found', `SELECT 1 FROM "Publication" WHERE search @@ websearch_to_tsquery('standfirst', 'x')`],
  [
    'Publication_found',
    `SELECT 1 FROM "Publication" WHERE ts_filter(search, '{a}') @@ websearch_to_tsquery('standfirst', 'x')`,
  ],
  [
    'Publication_found',
    `SELECT 1 FROM "Publication" WHERE standfirst_pairs(search) @> standfirst_pairs_for(phraseto_tsquery('standfirst', 'x y'))`,
  ],
  ['Publication_found', `SELECT 1 FROM "Publication" WHERE standfirst_stretches("firstPublishedAt") && ARRAY[1]`],
  [
    'Publication_found',
    `SELECT 1 FROM "Publication" WHERE ARRAY["sectionId"] && ARRAY['00000000-0000-7000-8000-000000000000'::uuid]`,
  ],
  [
    'Article_headline_part',
    `SELECT 1 FROM "Article" WHERE standfirst_plain(headline) LIKE '%' || standfirst_plain('harbour') || '%'`,
  ],
  [
    'Article_withdrawn',
    `SELECT 1 FROM "Article" a WHERE a."unpublishedAt" IS NOT NULL AND coalesce(a."killedAt", a."unpublishedAt") > now()`,
  ],
])('%s answers the query that it is for', async (index, query) => {
  await client.query('SET enable_seqscan = off')
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(`"${index}"`)
})

test('what was public before readers’ search knew of neighbours is found by them', async () => {
  await manyPublications(60, await aPerson('EDITOR'))
  await client.query(`
    DROP INDEX "Publication_found"; DROP FUNCTION standfirst_pairs_for, standfirst_pairs, standfirst_pair;
    ALTER TABLE "Publication" RESET (toast_tuple_target);
    ALTER TABLE "Publication" DISABLE TRIGGER "Publication_keeps_search";
    UPDATE "Publication" SET words = 'L’homme du quai', search = to_tsvector('standfirst', 'L’homme du quai') WHERE slug = 'story-1';
    ALTER TABLE "Publication" ENABLE TRIGGER "Publication_keeps_search";
    CREATE INDEX "Publication_search_time" ON "Publication" USING gin (search, standfirst_stretches("firstPublishedAt"));
    CREATE INDEX "Publication_headline_time" ON "Publication" USING gin (to_tsvector('standfirst', headline));`)
  await client.query(readFileSync('prisma/migrations/20261129110000_search_pairs/migration.sql', 'utf8'))
  await client.query('SET enable_seqscan = off')
  const { rows } = await client.query<{ slug: string }>(`
    SELECT slug FROM "Publication"
    WHERE standfirst_pairs(search) @> standfirst_pairs_for(phraseto_tsquery('standfirst', 'quiet ferries')) ORDER BY slug`)
  const quiet = Array.from({ length: 20 }, (_, index) => `story-${3 * (index + 1)}`)
  expect(rows.map(({ slug }) => slug)).toEqual(quiet.sort())
  const stems =
    'SELECT count(*)::int AS others FROM "Publication" WHERE search <> standfirst_search_of(headline, words)'
  expect((await client.query(stems)).rows).toEqual([{ others: 0 }])
})

test('a fresh database has no rows of the one before', async () => {
  await client.query(`INSERT INTO "Section" (id, slug, name, position) VALUES (gen_random_uuid(), 'a', 'A', 1)`)
  await client.end()
  url = await freshDatabase()
  client = new pg.Client({ connectionString: url })
  await client.connect()
  expect((await client.query('SELECT 1 FROM "Section"')).rowCount).toBe(0)
})
