import { database, Prisma } from '@/lib/db/database'
import type { SearchQuery } from './search-query'

/** A name may be that of so many. */
const MOST_MEANT = 100

/** What the operators of a question ask of a publication. */
export type Narrowing = {
  /** It is in one of each; the index of words knows sections, too. */
  sections: string[][]
  /** Conditions on "Publication" p: it is in each of these lists ... */
  lists: Prisma.Sql[]
  /** ... and was published first within this time. */
  dates: Prisma.Sql[]
}

/** Null where an operator names nobody and nothing. */
export async function narrowSearch({
  authors,
  sections,
  topics,
  from,
  until,
}: Pick<SearchQuery, 'authors' | 'sections' | 'topics' | 'from' | 'until'>): Promise<Narrowing | null> {
  const [byAuthors, bySections, byTopics] = await Promise.all([
    Promise.all(authors.map(idsOfBylines)),
    Promise.all(sections.map(idsOfSections)),
    Promise.all(topics.map(idsOfTopics)),
  ])
  if ([...byAuthors, ...bySections, ...byTopics].some((ids) => ids.length === 0)) return null
  const lists = [
    ...byAuthors.map(
      (ids) => Prisma.sql`EXISTS (
        SELECT FROM "PublicationByline" b WHERE b."articleId" = p."articleId" AND b."bylineId" = ANY(${ids}::uuid[]))`,
    ),
    ...byTopics.map(
      (ids) => Prisma.sql`EXISTS (
        SELECT FROM "PublicationTopic" t WHERE t."articleId" = p."articleId" AND t."topicId" = ANY(${ids}::uuid[]))`,
    ),
  ]
  const dates = [
    ...(from === null ? [] : [Prisma.sql`p."firstPublishedAt" >= ${from}`]),
    ...(until === null ? [] : [Prisma.sql`p."firstPublishedAt" < ${until}`]),
  ]
  return { sections: bySections, lists, dates }
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
