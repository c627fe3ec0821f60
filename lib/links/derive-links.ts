import { Fragment } from 'prosemirror-model'
import type { Transaction } from '../db/database'
import { type Sql, sqlOn } from '../db/sql'
import { changedBlocks } from '../document/changed-blocks'
import type { Document } from '../document/document'
import { newId } from '../ids'
import { type DocumentLink, documentLinks } from './document-links'

type Derivation = {
  articleId: string
  /** DRAFT for the working copy, PUBLIC for what readers see. */
  layer: 'DRAFT' | 'PUBLIC'
  document: Document
  source: { name: string; url: string } | null
  /** The earlier story that it follows. */
  followsId: string | null
}

/**
 * Makes the link graph say what a document says, in the transaction that saves it. Links to articles that do not exist
 * are left out: `publishIssues` names them.
 */
export function deriveLinks(tx: Transaction, derivation: Derivation): Promise<void> {
  return deriveLinksOn(sqlOn(tx), derivation)
}

/** As deriveLinks, in a transaction without Prisma. */
export async function deriveLinksOn(
  sql: Sql,
  { articleId, layer, document, source, followsId }: Derivation,
): Promise<void> {
  const links = documentLinks(document)
  if (source !== null && source.url !== '')
    links.push({ kind: 'SOURCE', toArticleId: null, url: source.url, words: source.name, sentence: '' })
  if (followsId !== null) links.push({ kind: 'FOLLOWS', toArticleId: followsId, url: null, words: '', sentence: '' })
  const rows = JSON.stringify(links.map((link, position) => ({ ...link, position, id: newId() })))
  // Most saves change a sentence around a link and not the link: rows that stay the same are not written.
  await sql`
    WITH said AS (
      SELECT link.* FROM jsonb_to_recordset(${rows}::jsonb)
        AS link(id uuid, kind text, position int, "toArticleId" uuid, url text, words text, sentence text)
      WHERE link."toArticleId" IS NULL OR EXISTS (SELECT 1 FROM "Article" WHERE "Article".id = link."toArticleId")
    ), gone AS (
      DELETE FROM "Link" WHERE "fromArticleId" = ${articleId}::uuid AND layer = ${layer}::"LinkLayer"
        AND position NOT IN (SELECT position FROM said)
    )
    INSERT INTO "Link" (id, layer, "fromArticleId", kind, position, "toArticleId", url, words, sentence)
    SELECT id, ${layer}::"LinkLayer", ${articleId}::uuid, kind::"LinkKind", position, "toArticleId", url, words, sentence
    FROM said
    ON CONFLICT ("fromArticleId", layer, position) DO UPDATE
      SET kind = EXCLUDED.kind, "toArticleId" = EXCLUDED."toArticleId", url = EXCLUDED.url, words = EXCLUDED.words,
          sentence = EXCLUDED.sentence
      WHERE ("Link".kind, "Link"."toArticleId", "Link".url, "Link".words, "Link".sentence)
        IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED."toArticleId", EXCLUDED.url, EXCLUDED.words, EXCLUDED.sentence)`
}

/**
 * True when two versions of a document point at different things, so that saving has links to derive. Looks only at the
 * blocks between the first and the last that are not the very same.
 */
export function haveLinksChanged(before: Document, after: Document): boolean {
  const { from, to, fromEnd } = changedBlocks(before, after)
  return JSON.stringify(linksIn(before, from, before.childCount - fromEnd)) !== JSON.stringify(linksIn(after, from, to))
}

function linksIn(document: Document, from: number, to: number): DocumentLink[] {
  return documentLinks(document.copy(Fragment.fromArray(document.children.slice(from, to))))
}
