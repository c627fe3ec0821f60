import type { Sql } from '../db/sql'
import type { Document } from '../document/document'
import { forgedSuggestions } from '../document/suggesting-rules'
import { Forbidden } from '../errors'

/**
 * Refuses suggestions that appear in the name of somebody else than the person who made the change, unless that very person
 * once wrote them here: undoing an acceptance, or restoring a version, brings them back.
 *
 * @throws Forbidden
 */
export async function refuseForgedSuggestions(
  sql: Sql,
  articleId: string,
  personId: string,
  before: Document,
  after: Document,
): Promise<void> {
  for (const { suggestionId, personId: author } of forgedSuggestions(before, after, personId)) {
    const words = `%${suggestionId}%`
    const [known] = await sql<{ isKnown: boolean }>`
      SELECT EXISTS (
        SELECT 1 FROM "Step"
        WHERE "articleId" = ${articleId}::uuid AND "personId" = ${author}::uuid AND step::text LIKE ${words}
      ) OR EXISTS (
        SELECT 1 FROM "Revision" WHERE "articleId" = ${articleId}::uuid AND document::text LIKE ${words}
      ) AS "isKnown"`
    if (known?.isKnown !== true) throw new Forbidden('Nobody suggests in the name of somebody else.')
  }
}
