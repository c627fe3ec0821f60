import { FrozenFields, frozenFields } from '../articles/edition-metadata'
import { type LoadedArticle, loadArticle, loadDraft } from '../articles/load-article'
import type { Transaction } from '../db/database'
import { type Document, parseDocument } from '../document/document'
import type { Actor } from '../policy/actor'
import type { OpenLink } from './find-open-link'

/** What shows an article to somebody who holds a link: the link itself is what was authorised. */
const LINK_HOLDER: Actor = { kind: 'system', name: 'outsider link' }

export type Shown = { article: LoadedArticle; document: Document; fields: FrozenFields; version: number }

/** The words and fields that a link shows: those that it was made for, or the draft as it stands. */
export async function shownTo(tx: Transaction, link: OpenLink): Promise<Shown> {
  const article = await loadArticle(tx, LINK_HOLDER, link.articleId)
  if (link.version !== null && link.document !== null)
    return {
      article,
      document: parseDocument(link.document),
      fields: FrozenFields.parse(link.fields),
      version: link.version,
    }
  const { document, version } = await loadDraft(tx, link.articleId)
  return { article, document, fields: frozenFields(article), version }
}
