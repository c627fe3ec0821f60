import type pg from 'pg'
import { fillParagraphs, nameSql, paragraphOf } from './words'

export const TOPICS = 500
export const AUTHORS = 200
export const PARTS_OF_SERIES = 5
/** Every so manieth article is a part of a series. */
export const SERIES_EVERY = 40
const CHUNK = 20_000

/**
 * Publishes articles until there are `size` of them, numbered from 1, the newest, each seven minutes older than the one before. An article has
 * a headline with a name of its own, three paragraphs of forty words with a link to another article in the first, three related ones, a
 * section, two of five hundred topics and one of two hundred bylines; every fortieth is a part of a series of five.
 *
 * Triggers are off and indexes away meanwhile: what they keep is made here, at once. Nothing but this may use the database.
 */
export async function fillPaper(
  client: pg.Client,
  size: number,
  onProgress: (sentence: string) => void = () => undefined,
): Promise<void> {
  await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '64MB';
                      SET max_parallel_maintenance_workers = 1; SET synchronous_commit = off`)
  const filled = await prepare(client)
  if (filled >= size) return
  const indexes = size - filled > CHUNK ? await dropIndexes(client) : []
  for (const table of TABLES) await client.query(`ALTER TABLE "${table}" SET (autovacuum_enabled = false)`)
  // The oldest first, as a paper grows: indexes by id then grow at one end.
  for (let to = size; to > filled; to -= CHUNK) {
    await fillPart(client, Math.max(filled + 1, to - CHUNK + 1), to)
    onProgress(`${size - Math.max(filled, to - CHUNK)} of ${size - filled} articles`)
  }
  for (const [index, definition] of indexes.entries()) {
    await client.query(definition)
    onProgress(`${index + 1} of ${indexes.length} indexes`)
  }
  await client.query(`UPDATE bench_paper SET size = $1`, [size])
  for (const table of TABLES) await client.query(`ALTER TABLE "${table}" RESET (autovacuum_enabled)`)
  await client.query('VACUUM ANALYZE')
  await client.query('RESET ALL')
}

const TABLES = [
  'Article',
  'ArticleTopic',
  'ArticleByline',
  'Edition',
  'HeadlineWord',
  'Publication',
  'PublicationTopic',
  'PublicationByline',
  'SeriesPart',
]

/** What articles are made of. Returns how many there are. */
async function prepare(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('bench_paper') IS NOT NULL AS there`)
  if (rows[0]?.there) {
    const { rows: papers } = await client.query<{ size: number }>('SELECT size FROM bench_paper')
    return papers[0]?.size ?? 0
  }
  await fillParagraphs(client)
  await client.query('CREATE TABLE bench_paper AS SELECT 0 AS size')
  // A constant, so that the planner puts both functions into the queries that call them.
  const newestAt = new Date(Math.floor(Date.now() / 60_000) * 60_000).toISOString()
  await client.query(`
    CREATE FUNCTION bench_at(n bigint) RETURNS timestamptz LANGUAGE sql IMMUTABLE
      RETURN timestamptz '${newestAt}' - n * interval '7 minutes'`)
  // As our own ids: the time first, so that they sort by it.
  await client.query(`
    CREATE FUNCTION bench_id(n bigint, kind text) RETURNS uuid LANGUAGE sql IMMUTABLE
      RETURN (lpad(to_hex(${Date.parse(newestAt)} - n * 420000), 12, '0') || '7'
              || overlay(substr(md5(kind || n), 1, 18) PLACING '8' FROM 4 FOR 0))::uuid`)
  await client.query(`
    INSERT INTO "Topic" (id, slug, name) SELECT bench_id(n, 'topic'), 'bench-topic-' || n, 'Bench topic ' || n
    FROM generate_series(0, ${TOPICS - 1}) n`)
  await client.query(`
    INSERT INTO "TopicSlug" (slug, "topicId") SELECT slug, id FROM "Topic" WHERE slug LIKE 'bench-%'`)
  await client.query(`
    INSERT INTO "Byline" (id, slug, name, "createdAt")
    SELECT bench_id(n, 'byline'), 'bench-author-' || n, 'Bench Author ' || n, now() FROM generate_series(0, ${AUTHORS - 1}) n`)
  // All the sections that there are, each with its number.
  await client.query(`
    CREATE TABLE bench_section AS
    SELECT id, slug, name, "deskId", row_number() OVER (ORDER BY position) - 1 AS n, count(*) OVER () AS many FROM "Section"`)
  return 0
}

/** All but those that keep rows apart by their keys. Returns what makes them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY($1) AND indexname NOT LIKE '%_pkey'
     ORDER BY pg_relation_size(quote_ident(indexname)::regclass)`,
    [TABLES],
  )
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`)
  return rows.map(({ indexdef }) => indexdef)
}

async function fillPart(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query('BEGIN')
  await client.query(`
    CREATE TEMPORARY TABLE made ON COMMIT DROP AS
    SELECT n, bench_id(n, 'article') AS id, bench_id(n, 'edition') AS edition, bench_at(n) AS at, ${nameSql('n')} AS name,
           bench_id(n % ${TOPICS}, 'topic') AS topic, bench_id((n * 7 + 1) % ${TOPICS}, 'topic') AS second,
           bench_id(n % ${AUTHORS}, 'byline') AS byline,
           ${[0, 1, 2].map((place) => `${paragraphOf('n', place)} AS p${place}`).join(', ')}
    FROM generate_series(${from}::bigint, ${to}::bigint) n ORDER BY n DESC`)
  await client.query('CREATE INDEX ON made (n)')
  for (const statement of STATEMENTS) await client.query(statement)
  await client.query('COMMIT')
}

const FROM_MADE = `FROM made JOIN bench_section s ON s.n = made.n % s.many`
const PERSON = `(SELECT id FROM "Person" ORDER BY "createdAt", id LIMIT 1)`
/** Another article, some steps newer, or older where there is none. */
const other = (n: string, steps: number) =>
  `bench_id(CASE WHEN ${n} > ${steps} THEN ${n} - ${steps} ELSE ${n} + ${steps} END, 'article')`

const STATEMENTS = [
  `INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", "stateChangedAt", slug, "sectionId", "deskId", headline, "firstPublishedAt")
   SELECT made.id, 'PUBLISHED', ${PERSON}, at, at, at, 'story-' || made.n, s.id, s."deskId", 'The ' || made.name || ' report ' || split_part(a.words, ' ', 3), at
   ${FROM_MADE} JOIN bench_paragraph a ON a.n = p0 ORDER BY made.n DESC`,
  `INSERT INTO "ArticleTopic" ("articleId", "topicId", position)
   SELECT id, topic, 0 FROM made UNION ALL SELECT id, second, 1 FROM made WHERE second <> topic`,
  `INSERT INTO "ArticleByline" ("articleId", "bylineId", position) SELECT id, byline, 0 FROM made`,
  `INSERT INTO "Edition" (id, "articleId", number, version, document, metadata, "publishedAt", "publishedById")
   SELECT edition, made.id, 1, 0,
     ('{"type":"doc","content":[{"type":"headline","content":[{"type":"text","text":"The ' || made.name || ' report ' || split_part(a.words, ' ', 3)
      || '"}]},{"type":"standfirst","content":[' || b.node || ']},{"type":"paragraph","content":[' || a.node
      || ',{"type":"text","text":" As told before.","marks":[{"type":"link","attrs":{"articleId":"' || ${other('made.n', 11)} || '","href":null}}]}]}'
      || ',{"type":"paragraph","content":[' || b.node || ']},{"type":"paragraph","content":[' || c.node || ']}'
      || ',{"type":"related","attrs":{"articleIds":["' || ${other('made.n', 3)} || '","' || ${other('made.n', 5)} || '","' || ${other('made.n', 8)} || '"]}}]}')::jsonb,
     jsonb_build_object('headline', 'The ' || made.name || ' report ' || split_part(a.words, ' ', 3), 'standfirst', b.words || '.',
       'slug', 'story-' || made.n, 'kicker', '', 'trailText', '',
       'section', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name),
       'topics', jsonb_build_array(
         jsonb_build_object('id', topic, 'slug', 'bench-topic-' || made.n % ${TOPICS}, 'name', 'Bench topic ' || made.n % ${TOPICS}),
         jsonb_build_object('id', second, 'slug', 'bench-topic-' || (made.n * 7 + 1) % ${TOPICS}, 'name', 'Bench topic ' || (made.n * 7 + 1) % ${TOPICS})),
       'bylines', jsonb_build_array(jsonb_build_object('id', byline, 'slug', 'bench-author-' || made.n % ${AUTHORS},
                                                       'name', 'Bench Author ' || made.n % ${AUTHORS}, 'role', '')),
       'source', NULL, 'mainImage', NULL), at, ${PERSON}
   ${FROM_MADE} JOIN bench_paragraph a ON a.n = p0 JOIN bench_paragraph b ON b.n = p1 JOIN bench_paragraph c ON c.n = p2 ORDER BY made.n DESC`,
  `INSERT INTO "HeadlineWord" (word) SELECT DISTINCT lower(name) FROM made`,
  // The stems of the whole are those of its parts, one after the other: standfirst_search_of() would make each anew.
  `INSERT INTO "Publication" ("articleId", "editionId", "sectionId", slug, headline, words, search, "threadId", "firstPublishedAt", "updatedAt")
   SELECT made.id, edition, s.id, 'story-' || made.n, 'The ' || made.name || ' report ' || split_part(a.words, ' ', 3),
     'The ' || made.name || ' report. ' || a.words || '. ' || b.words || '. ' || c.words || '.',
     setweight(to_tsvector('standfirst', 'The ' || made.name || ' report ' || split_part(a.words, ' ', 3)), 'A') || $$' ':1$$::tsvector
       || setweight(to_tsvector('standfirst', 'The ' || made.name || ' report.'), 'D') || a.search || b.search || c.search,
     made.id, at, at
   ${FROM_MADE} JOIN bench_paragraph a ON a.n = p0 JOIN bench_paragraph b ON b.n = p1 JOIN bench_paragraph c ON c.n = p2 ORDER BY made.n DESC`,
  `INSERT INTO "PublicationTopic" ("articleId", "topicId", "firstPublishedAt")
   SELECT id, topic, at FROM made UNION ALL SELECT id, second, at FROM made WHERE second <> topic`,
  `INSERT INTO "PublicationByline" ("articleId", "bylineId", "firstPublishedAt") SELECT id, byline, at FROM made`,
  `WITH begun AS (
     INSERT INTO "Series" (id, slug, name, "createdAt")
     SELECT DISTINCT bench_id(n / ${SERIES_EVERY * PARTS_OF_SERIES}, 'series'), 'bench-series-' || n / ${SERIES_EVERY * PARTS_OF_SERIES},
            'Bench series ' || n / ${SERIES_EVERY * PARTS_OF_SERIES}, now()
     FROM made WHERE n % ${SERIES_EVERY} = 0 ON CONFLICT DO NOTHING RETURNING id, slug
   ) INSERT INTO "SeriesSlug" (slug, "seriesId") SELECT slug, id FROM begun ON CONFLICT DO NOTHING`,
  `INSERT INTO "SeriesPart" ("articleId", "seriesId", position)
   SELECT id, bench_id(n / ${SERIES_EVERY * PARTS_OF_SERIES}, 'series'), -n FROM made WHERE n % ${SERIES_EVERY} = 0`,
]
