import type { Transaction } from '../db/database'
import type { Document } from '../document/document'
import { newId } from '../ids'
import { type DocumentLink, documentLinks } from './document-links'

type Derivation = {
  articleId: string
  /** DRAFT for the working copy, PUBLIC for what readers see. */
  layer: 'DRAFT' | 'PUBLIC'
  document: Document
  source: { name: string; url: string } | null
}

/**
 * Makes the link graph say what a document says, in the transaction that saves it. Links to articles that do not exist
 * are left out: `publishIssues` names them.
 */
export async function deriveLinks(tx: Transaction, { articleId, layer, document, source }: Derivation): Promise<void> {
  const links = documentLinks(document)
  if (source !== null && source.url !== '')
    links.push({ kind: 'SOURCE', toArticleId: null, url: source.url, words: source.name })
  const existing = await existingTargets(tx, links)
  await tx.link.deleteMany({ where: { fromArticleId: articleId, layer } })
  await tx.link.createMany({
    data: links
      .filter(({ toArticleId }) => toArticleId === null || existing.has(toArticleId))
      .map((link, position) => ({ id: newId(), layer, fromArticleId: articleId, position, ...link })),
  })
}

/** True when two versions of a document point at different things, so that saving has links to derive. */
export function haveLinksChanged(before: Document, after: Document): boolean {
  return JSON.stringify(documentLinks(before)) !== JSON.stringify(documentLinks(after))
}

async function existingTargets(tx: Transaction, links: readonly DocumentLink[]): Promise<Set<string>> {
  const ids = links.map(({ toArticleId }) => toArticleId).filter((id) => id !== null)
  if (ids.length === 0) return new Set()
  const found = await tx.article.findMany({ where: { id: { in: ids } }, select: { id: true } })
  return new Set(found.map(({ id }) => id))
}
