import type { Transaction } from '../db/database'
import { type Stamp, type StampSource, SUPPORTING, stampsFor } from './stamp'

/**
 * The stamps that follow from what stands behind these events alone, by the claims that were asked for: readers know of no others, and a
 * stamp tells that there are more.
 */
export async function stampsOfEvents(
  tx: Transaction,
  eventIdsOf: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Stamp[]>> {
  const rows = await tx.$queryRaw<(StampSource & { eventId: string })[]>`
    SELECT e.id::text AS "eventId", s.kind::text AS kind, s.terms::text AS terms, s."originId"::text AS "originId",
           s."isKnown"
    FROM "ClaimEvent" e
    JOIN "SourceUse" u ON u."eventId" = e.id
    JOIN "Source" s ON s.id = u."sourceId"
    WHERE e.id = ANY(${[...eventIdsOf.values()].flat()}::uuid[]) AND e.kind::text = ANY(${[...SUPPORTING]})`
  return new Map(
    [...eventIdsOf].map(([claimId, ids]) => [claimId, stampsFor(rows.filter(({ eventId }) => ids.includes(eventId)))]),
  )
}

/**
 * The stamps of claims as they are now, by the ids that were asked for; a merged claim has those of the one that took it in. It asks
 * nobody's leave and tells nothing of a source.
 */
export async function stampsOf(tx: Transaction, claimIds: readonly string[]): Promise<Map<string, Stamp[]>> {
  const rows = await tx.$queryRaw<(StampSource & { asked: string })[]>`
    WITH RECURSIVE way AS (
      SELECT id AS asked, id, "mergedIntoId" FROM "Claim" WHERE id = ANY(${[...claimIds]}::uuid[])
      UNION SELECT way.asked, c.id, c."mergedIntoId" FROM "Claim" c JOIN way ON c.id = way."mergedIntoId"
    )
    SELECT DISTINCT way.asked::text AS asked, s.id, s.kind::text AS kind, s.terms::text AS terms,
           s."originId"::text AS "originId", s."isKnown"
    FROM way
    JOIN "ClaimEvent" e ON e."claimId" = way.id AND e.kind::text = ANY(${[...SUPPORTING]})
    JOIN "SourceUse" u ON u."eventId" = e.id
    JOIN "Source" s ON s.id = u."sourceId"`
  return new Map(claimIds.map((id) => [id, stampsFor(rows.filter(({ asked }) => asked === id))]))
}
