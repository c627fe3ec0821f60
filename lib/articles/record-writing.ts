import { now } from '../clock'
import type { Sql } from '../db/sql'
import { newId } from '../ids'
import type { LiveDraft } from './live-draft'
import type { Written } from './write-steps'

const WRITING_MILLISECONDS = 15 * 60_000

/**
 * Writes down who changed the words: once for each person and quarter of an hour, in the transaction of the first change. What
 * this process wrote down it remembers, so that nearly every save costs nothing; each single step stands in the step log.
 *
 * @returns the draft, which remembers it
 */
export async function recordWriting(
  sql: Sql,
  articleId: string,
  draft: LiveDraft,
  written: readonly Written[],
): Promise<LiveDraft> {
  const at = now()
  const quarter = Math.floor(at.getTime() / WRITING_MILLISECONDS)
  const editors = new Set(written.filter(({ isEdit }) => isEdit).map(({ actor }) => actor.id))
  const unrecorded = [...editors].filter((id) => draft.recordedIn.get(id) !== quarter)
  if (unrecorded.length === 0) return draft
  const since = new Date(quarter * WRITING_MILLISECONDS)
  const detail = JSON.stringify({ version: draft.version })
  for (const personId of unrecorded) {
    // Another process may have written it down. The article is locked, so that no two do.
    await sql`
      INSERT INTO "AuditEvent" (id, at, "personId", action, thing, "thingId", detail)
      SELECT ${newId()}::uuid, ${at}::timestamptz, ${personId}::uuid, 'article.write', 'article', ${articleId}::text,
             ${detail}::jsonb
      WHERE NOT EXISTS (
        SELECT 1 FROM "AuditEvent"
        WHERE thing = 'article' AND "thingId" = ${articleId}::text AND at >= ${since}::timestamptz
          AND action = 'article.write' AND "personId" = ${personId}::uuid
      )`
  }
  return { ...draft, recordedIn: new Map([...draft.recordedIn, ...unrecorded.map((id) => [id, quarter] as const)]) }
}
