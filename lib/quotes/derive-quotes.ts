import { Fragment } from 'prosemirror-model'
import type { Sql } from '../db/sql'
import { changedBlocks } from '../document/changed-blocks'
import type { Document } from '../document/document'
import { newId } from '../ids'
import { quotesIn } from './quotes-in'

type Derivation = {
  articleId: string
  /** DRAFT for the working copy, PUBLIC for what readers see. */
  layer: 'DRAFT' | 'PUBLIC'
  /** With what the newsroom alone sees. */
  document: Document
}

/** How like two quotations are that may be the same one, from 0 to 1; and how many words they have at least. */
const LIKENESS = 0.5
const WORDS_LEAST = 4
/** Of one quotation, so many others are kept. */
const DIFFERENCES_MOST = 10

/**
 * Makes the ledger say whom an article quotes and how, in the transaction that saves it; and, for drafts, which other stories quote the
 * same person with nearly the same words. A row stays as long as its words do.
 */
export async function deriveQuotes(sql: Sql, { articleId, layer, document }: Derivation): Promise<void> {
  const quotes = quotesIn(document)
  const rows = JSON.stringify(quotes.map(({ saidOn, ...rest }) => ({ ...rest, saidOn: saidOn || null, id: newId() })))
  const saved = await sql<{ id: string; isNew: boolean; isCompared: boolean }>`
    WITH said AS (
      SELECT *, DATE '9999-12-31' - coalesce("saidOn", DATE '0001-01-01') AS "daysLeft"
      FROM jsonb_to_recordset(${rows}::jsonb) AS quote(id uuid, key text, position int, paragraph int, words text,
        "plainWords" text, speaker text, "plainSpeaker" text, form text, origin text, "saidOn" date)
    ), gone AS (
      DELETE FROM "Quote" WHERE "articleId" = ${articleId}::uuid AND layer = ${layer}::"LinkLayer"
        AND key NOT IN (SELECT key FROM said)
    )
    INSERT INTO "Quote" (id, "articleId", layer, key, position, paragraph, words, "plainWords", speaker, "plainSpeaker",
                         form, origin, "saidOn", "daysLeft")
    SELECT id, ${articleId}::uuid, ${layer}::"LinkLayer", key, position, paragraph, words, "plainWords", speaker,
           "plainSpeaker", form, origin, "saidOn", "daysLeft" FROM said
    ON CONFLICT ("articleId", layer, key) DO UPDATE
      SET position = EXCLUDED.position, paragraph = EXCLUDED.paragraph, words = EXCLUDED.words,
          speaker = EXCLUDED.speaker, origin = EXCLUDED.origin, "saidOn" = EXCLUDED."saidOn",
          "daysLeft" = EXCLUDED."daysLeft"
      WHERE ("Quote".position, "Quote".paragraph, "Quote".words, "Quote".speaker, "Quote".origin, "Quote"."saidOn")
        IS DISTINCT FROM (EXCLUDED.position, EXCLUDED.paragraph, EXCLUDED.words, EXCLUDED.speaker, EXCLUDED.origin,
                          EXCLUDED."saidOn")
    RETURNING id, xmax = 0 AS "isNew",
      form = 'direct' AND "plainSpeaker" <> '' AND array_length(string_to_array("plainWords", ' '), 1) >= ${WORDS_LEAST}::int
        AS "isCompared"`
  const added = saved.filter(({ isNew, isCompared }) => isNew && isCompared).map(({ id }) => id)
  if (layer === 'DRAFT' && added.length > 0) await findDifferences(sql, added)
}

/** Two stories that are saved at once see each other: who quotes the same person waits. */
async function findDifferences(sql: Sql, ids: string[]): Promise<void> {
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended("plainSpeaker", 4))::text
    FROM (SELECT DISTINCT "plainSpeaker" FROM "Quote" WHERE id = ANY(${ids}::uuid[]) ORDER BY "plainSpeaker") speakers`
  await sql`
    WITH pairs AS (
      SELECT one.id, other.id AS "otherId" FROM "Quote" one CROSS JOIN LATERAL (
        SELECT near.id FROM "Quote" near
        WHERE near."plainSpeaker" = one."plainSpeaker" AND near.layer = 'DRAFT' AND near.form = 'direct'
          AND near."articleId" <> one."articleId" AND near."plainWords" % one."plainWords"
          AND similarity(near."plainWords", one."plainWords") >= ${LIKENESS}::real
          -- Who quotes less of it quotes it all the same.
          AND position(' ' || near."plainWords" || ' ' IN ' ' || one."plainWords" || ' ') = 0
          AND position(' ' || one."plainWords" || ' ' IN ' ' || near."plainWords" || ' ') = 0
        ORDER BY similarity(near."plainWords", one."plainWords") DESC, near.id LIMIT ${DIFFERENCES_MOST}::int
      ) other WHERE one.id = ANY(${ids}::uuid[])
    )
    INSERT INTO "QuoteDifference" ("quoteId", "otherId")
    SELECT id, "otherId" FROM pairs UNION SELECT "otherId", id FROM pairs
    ON CONFLICT DO NOTHING`
}

/** True when two versions of a document quote otherwise, or elsewhere. Looks only at the blocks that are not the very same. */
export function haveQuotesChanged(before: Document, after: Document): boolean {
  const { from, to, fromEnd } = changedBlocks(before, after)
  if (said(before, from, before.childCount - fromEnd) !== said(after, from, to)) return true
  // What follows moved down or up.
  return before.childCount !== after.childCount && said(after, to, after.childCount) !== '[]'
}

function said(document: Document, from: number, to: number): string {
  return JSON.stringify(quotesIn(document.copy(Fragment.fromArray(document.children.slice(from, to)))))
}
