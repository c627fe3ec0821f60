import { database, Prisma } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type RowOfSource, type SourceRow, shown } from './source-row'

const PAGE = 50

/**
 * The sources of the newsroom: first those on which the person is named, then the others, each by code name.
 * @param wanted.cursor the id of the last source of the page before
 * @returns `nextCursor` is null on the last page
 * @throws Forbidden
 */
export async function listSources(
  actor: Actor,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number },
): Promise<{ sources: SourceRow[]; nextCursor: string | null }> {
  authorise(actor, 'source.read')
  const personId = actor.kind === 'person' ? actor.id : null
  const place = Prisma.sql`r."personId" IS NULL, lower(s."codeName"), s.id`
  const from = Prisma.sql`"Source" s
    LEFT JOIN "SourceReader" r ON r."sourceId" = s.id AND r."personId" = ${personId}::uuid`
  const after =
    cursor === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(${place}) > (SELECT ${place} FROM ${from} WHERE s.id = ${cursor}::uuid)`
  const rows = await database().$queryRaw<RowOfSource[]>`
    SELECT s.id::text AS id, s."codeName", s.kind::text AS kind, s.terms::text AS terms, s."isConfidential", s."isKnown",
           r."personId" IS NOT NULL AS "isMine", s.sealed, s."keyId"
    FROM ${from} WHERE ${after} ORDER BY ${place} LIMIT ${limit + 1}`
  const sources = rows.slice(0, limit)
  return { sources: sources.map(shown), nextCursor: rows.length > limit ? (sources.at(-1)?.id ?? null) : null }
}
