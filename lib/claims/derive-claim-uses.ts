import { Fragment } from 'prosemirror-model'
import type { Sql } from '../db/sql'
import { changedBlocks } from '../document/changed-blocks'
import type { Document } from '../document/document'
import { claimsIn } from './claim-uses'

type Derivation = {
  articleId: string
  /** DRAFT for the working copy, PUBLIC for what readers see. */
  layer: 'DRAFT' | 'PUBLIC'
  /** With the marks of the newsroom. */
  document: Document
}

/**
 * Makes the register say which events of which claims an article tells, in the transaction that saves it. A mark whose event does
 * not exist, because it was taken off the register, tells nothing.
 */
export async function deriveClaimUses(sql: Sql, { articleId, layer, document }: Derivation): Promise<void> {
  const rows = JSON.stringify(claimsIn(document).map((use, position) => ({ ...use, position })))
  await sql`
    WITH said AS (
      SELECT event."claimId", use.* FROM jsonb_to_recordset(${rows}::jsonb)
        AS use("eventId" uuid, words text, sentence text, position int)
      JOIN "ClaimEvent" event ON event.id = use."eventId"
      -- A merge moves events and then their uses: whoever saves meanwhile waits, and follows.
      ORDER BY event.id FOR SHARE OF event
    ), gone AS (
      DELETE FROM "ClaimUse" WHERE "articleId" = ${articleId}::uuid AND layer = ${layer}::"LinkLayer"
        AND "eventId" NOT IN (SELECT "eventId" FROM said)
    )
    INSERT INTO "ClaimUse" ("articleId", layer, "eventId", "claimId", words, sentence, position)
    SELECT ${articleId}::uuid, ${layer}::"LinkLayer", "eventId", "claimId", words, sentence, position FROM said
    ON CONFLICT ("articleId", layer, "eventId") DO UPDATE
      SET "claimId" = EXCLUDED."claimId", words = EXCLUDED.words, sentence = EXCLUDED.sentence, position = EXCLUDED.position
      WHERE ("ClaimUse"."claimId", "ClaimUse".words, "ClaimUse".sentence, "ClaimUse".position)
        IS DISTINCT FROM (EXCLUDED."claimId", EXCLUDED.words, EXCLUDED.sentence, EXCLUDED.position)`
}

/** True when two versions of a document tell different things of claims. Looks only at the blocks that are not the very same. */
export function haveClaimsChanged(before: Document, after: Document): boolean {
  const { from, to, fromEnd } = changedBlocks(before, after)
  return told(before, from, before.childCount - fromEnd) !== told(after, from, to)
}

function told(document: Document, from: number, to: number): string {
  return JSON.stringify(claimsIn(document.copy(Fragment.fromArray(document.children.slice(from, to)))))
}
