import { loadDraft } from '../articles/load-article'
import { transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { parseDocument } from '../document/document'
import { deriveQuotes } from './derive-quotes'

/** Derives what an article quotes, which was saved before there was a ledger; whoever saves it meanwhile waits. */
export async function catchUpQuotes(articleId: string): Promise<void> {
  await transaction(async (tx) => {
    const there = await tx.$executeRaw`SELECT id FROM "Article" WHERE id = ${articleId}::uuid FOR UPDATE`
    if (there === 0) return
    const { document } = await loadDraft(tx, articleId)
    await deriveQuotes(sqlOn(tx), { articleId, layer: 'DRAFT', document })
    const live = await tx.publication.findUnique({
      where: { articleId },
      select: { edition: { select: { document: true } } },
    })
    if (live !== null)
      await deriveQuotes(sqlOn(tx), { articleId, layer: 'PUBLIC', document: parseDocument(live.edition.document) })
  })
}
