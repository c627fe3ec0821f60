import { database, type Transaction } from '../db/database'
import { sqlOn } from '../db/sql'

type Filed = { sectionId: string | null; topicIds: readonly string[] }

/**
 * The names of the sections and topics among these on which stories ask readers for nothing: deaths, children, crimes. Empty where
 * none of them is one.
 */
export async function sensitiveShelves(tx: Transaction, { sectionId, topicIds }: Filed): Promise<string[]> {
  const shelves = await sqlOn(tx)<{ name: string }>`
    SELECT name FROM (
      SELECT 1 AS place, name FROM "Section" WHERE id = ${sectionId}::uuid AND "isSensitive"
      UNION ALL SELECT 2, name FROM "Topic" WHERE id = ANY(${[...topicIds]}::uuid[]) AND "isSensitive"
    ) shelves ORDER BY place, name`
  return shelves.map(({ name }) => name)
}

/**
 * What a document points at, as it may be printed on a story of these shelves: without newsletters where one of them is sensitive. Who
 * reads this for a page has recorded the shelves before.
 */
export async function withoutPromosOnSensitive<Resolved extends { newsletters: ReadonlyMap<string, unknown> }>(
  resolved: Resolved,
  filed: Filed,
): Promise<Resolved> {
  if (resolved.newsletters.size === 0 || (await sensitiveShelves(database(), filed)).length === 0) return resolved
  return { ...resolved, newsletters: new Map() }
}
