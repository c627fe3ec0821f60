import { resolveReferences } from '../articles/resolve-references'
import { database, type Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Document } from '../document/document'
import { type Resolved, referencesOf } from '../document/resolved'

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
export async function resolveOnStory(document: Document, filed: Filed): Promise<Resolved> {
  const asksForSomething = referencesOf(document).newsletterIds.length > 0
  const [resolved, sensitive] = await Promise.all([
    resolveReferences(document),
    asksForSomething ? sensitiveShelves(database(), filed) : [],
  ])
  return sensitive.length === 0 ? resolved : { ...resolved, newsletters: new Map() }
}
