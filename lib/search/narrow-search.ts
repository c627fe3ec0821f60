import { database, Prisma } from '@/lib/db/database'
import type { SearchQuery } from './search-query'

/** A name may be that of so many. */
const MOST_MEANT = 100

/** The conditions on "Publication" p that the operators of a question make; null where one of them names nobody and nothing. */
export async function narrowSearch({
  authors,
  sections,
  topics,
  from,
  until,
}: SearchQuery): Promise<Prisma.Sql[] | null> {
  const [byAuthors, bySections, byTopics] = await Promise.all([
    Promise.all(authors.map(idsOfBylines)),
    Promise.all(sections.map(idsOfSections)),
    Promise.all(topics.map(idsOfTopics)),
  ])
  if ([...byAuthors, ...bySections, ...byTopics].some((ids) => ids.length === 0)) return null
  return [
    ...bySections.map((ids) => Prisma.sql`p."sectionId" = ANY(${ids}::uuid[])`),
    ...byAuthors.map(
      (ids) => Prisma.sql`EXISTS (
        SELECT FROM "PublicationByline" b WHERE b."articleId" = p."articleId" AND b."bylineId" = ANY(${ids}::uuid[]))`,
    ),
    ...byTopics.map(
      (ids) => Prisma.sql`EXISTS (
        SELECT FROM "PublicationTopic" t WHERE t."articleId" = p."articleId" AND t."topicId" = ANY(${ids}::uuid[]))`,
    ),
    ...(from === null ? [] : [Prisma.sql`p."firstPublishedAt" >= ${from}`]),
    ...(until === null ? [] : [Prisma.sql`p."firstPublishedAt" < ${until}`]),
  ]
}

type Ids = Promise<string[]>

/** By any address that it ever had, too: what was merged is found under the name of before. */
function idsOfBylines(name: string): Ids {
  return idsFrom(Prisma.sql`
    SELECT "bylineId" AS id FROM "BylineSlug" WHERE slug = ${slugged(name)}
    UNION SELECT id FROM "Byline" WHERE ${isPart(name)}`)
}

/** Of a section, and of all below it. */
function idsOfSections(name: string): Ids {
  return idsFrom(Prisma.sql`
    WITH RECURSIVE meant AS (
      SELECT id FROM "Section" WHERE slug = ${slugged(name)} OR standfirst_plain(name) = standfirst_plain(${name})
      UNION
      SELECT s.id FROM "Section" s JOIN meant ON s."parentId" = meant.id
    )
    SELECT id FROM meant`)
}

function idsOfTopics(name: string): Ids {
  return idsFrom(Prisma.sql`SELECT id FROM "Topic" WHERE slug = ${slugged(name)} OR ${isPart(name)}`)
}

function isPart(name: string): Prisma.Sql {
  const escaped = name.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return Prisma.sql`standfirst_plain(name) LIKE '%' || standfirst_plain(${escaped}) || '%'`
}

function slugged(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-')
}

async function idsFrom(found: Prisma.Sql): Ids {
  const rows = await database().$queryRaw<{ id: string }[]>`SELECT id FROM (${found}) AS found LIMIT ${MOST_MEANT}`
  return rows.map(({ id }) => id)
}
