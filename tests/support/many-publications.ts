import { database } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'

/** What a paper of many years has on its shelves: of each kind the slug of one that has its share of everything. */
export type ManyPublications = {
  section: string
  topic: string
  byline: string
  series: string
  /** One that is a part of the series and in the middle of a thread. */
  article: { id: string; slug: string }
}

/**
 * So many publications on eight sections, two of them below another, two hundred topics and fifty bylines, two topics and a byline each. Every
 * word of the first hundred is in many texts, as common words are, and each text has a name that no other has.
 */
export async function manyPublications(count: number, person: PersonActor): Promise<ManyPublications> {
  await database().$transaction(
    async (tx) => {
      // Without the triggers of ordinary work: what they keep is made here, at once.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`
      for (const statement of statements(count, person.id)) await tx.$executeRawUnsafe(statement)
    },
    { timeout: 120_000, maxWait: 60_000 },
  )
  // Analysed in bulk, as the database's own housekeeping would; an index that has new entries waiting looks dearer than it is.
  await database().$executeRaw`VACUUM ANALYZE`
  const [article] = await database().$queryRaw<{ id: string; slug: string }[]>`
    SELECT "articleId"::text AS id, slug FROM "Publication" WHERE slug = 'story-3'`
  return {
    section: 'section-1',
    topic: 'topic-1',
    byline: 'byline-1',
    series: 'series',
    article: article ?? { id: '', slug: '' },
  }
}

/** An id of so many hours ago. Ids are in the order in which articles are made (RFC 9562, version 7), and so is the table. */
function idOfHour(n: string): string {
  return `(lpad(to_hex((extract(epoch FROM now() - ${n} * interval '1 hour') * 1000)::bigint), 12, '0') || '7' ||
    substr(md5(${n}::text), 1, 3) || '8' || substr(md5('rest' || ${n}), 1, 15))::uuid`
}

function statements(count: number, personId: string): string[] {
  const metadata = `jsonb_build_object('headline', headline, 'standfirst', '', 'slug', 'story-' || n, 'kicker', '', 'trailText', '',
    'section', jsonb_build_object('id', section, 'slug', 'section-' || n % 8, 'name', 'Section'), 'topics', '[]'::jsonb,
    'bylines', jsonb_build_array(jsonb_build_object('id', byline, 'slug', 'byline-' || n % 50, 'name', 'Name', 'role', '')),
    'source', null, 'mainImage', null)`
  const document = `jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
    jsonb_build_object('type', 'headline', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', headline))),
    jsonb_build_object('type', 'standfirst'),
    jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', words)))))`
  return [
    `INSERT INTO "Section" (id, slug, name, position) SELECT gen_random_uuid(), 'section-' || n, 'Section ' || n, n FROM generate_series(0, 7) n`,
    `UPDATE "Section" SET "parentId" = (SELECT id FROM "Section" WHERE slug = 'section-1') WHERE slug IN ('section-2', 'section-3')`,
    `INSERT INTO "Topic" (id, slug, name) SELECT gen_random_uuid(), 'topic-' || n, 'Topic ' || n FROM generate_series(0, 199) n`,
    `UPDATE "Topic" SET "parentId" = (SELECT id FROM "Topic" WHERE slug = 'topic-1') WHERE slug = 'topic-2'`,
    `INSERT INTO "Byline" (id, slug, name, "createdAt") SELECT gen_random_uuid(), 'byline-' || n, 'Name ' || n, now() FROM generate_series(0, 49) n`,
    `INSERT INTO "Series" (id, slug, name, "createdAt") VALUES (gen_random_uuid(), 'series', 'Series', now())`,
    `CREATE TEMPORARY TABLE made ON COMMIT DROP AS
     SELECT n, ${idOfHour('n')} AS id, gen_random_uuid() AS edition, now() - n * interval '1 hour' AS at,
            (SELECT id FROM "Section" WHERE slug = 'section-' || n % 8) AS section,
            (SELECT id FROM "Byline" WHERE slug = 'byline-' || n % 50) AS byline,
            'Report ' || n || ' of the name' || n || ' harbour' AS headline,
            'name' || n || ' ' || (
              SELECT string_agg('word' || floor(2000 * power(abs(hashint8(n * 97::bigint + k)) % 100000 / 100000.0, 2)), ' ')
              FROM generate_series(1, 50) k) || CASE WHEN n % 3 = 0 THEN ' quiet ferry' ELSE ' ferry quiet' END AS words
     FROM generate_series(${count}, 1, -1) n`,
    `INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", slug, "sectionId", headline, "firstPublishedAt")
     SELECT id, 'PUBLISHED', '${personId}', at, at, 'story-' || n, section, headline, at FROM made`,
    `INSERT INTO "Edition" (id, "articleId", number, version, document, metadata, "publishedAt", "publishedById")
     SELECT edition, id, 1, 0, ${document}, ${metadata}, at, '${personId}' FROM made`,
    `INSERT INTO "Publication" ("articleId", "editionId", "sectionId", slug, headline, words, search, "threadId", "firstPublishedAt", "updatedAt")
     SELECT id, edition, section, 'story-' || n, headline, words, standfirst_search_of(headline, words),
            first_value(id) OVER (PARTITION BY n / 20 ORDER BY n DESC), at, at FROM made`,
    `INSERT INTO "PublicationTopic" ("articleId", "topicId", "firstPublishedAt")
     SELECT made.id, t.id, made.at FROM made JOIN "Topic" t ON t.slug IN ('topic-' || n % 200, 'topic-' || (n * 7 + 1) % 200)`,
    `INSERT INTO "PublicationByline" ("articleId", "bylineId", "firstPublishedAt") SELECT id, byline, at FROM made`,
    `INSERT INTO "SeriesPart" ("articleId", "seriesId", position) SELECT id, (SELECT id FROM "Series"), n FROM made WHERE n <= 6`,
    `INSERT INTO "HeadlineWord" (word) SELECT DISTINCT unnest(string_to_array(lower(headline), ' ')) FROM made`,
    `INSERT INTO "SectionSlug" (slug, "sectionId") SELECT slug, id FROM "Section" ON CONFLICT DO NOTHING`,
    `INSERT INTO "TopicSlug" (slug, "topicId") SELECT slug, id FROM "Topic" ON CONFLICT DO NOTHING`,
  ]
}
