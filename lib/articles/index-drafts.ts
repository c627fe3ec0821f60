import { database } from '../db/database'
import { forReaders } from '../document/for-readers'
import { printText } from '../document/print-text'
import { NotFound } from '../errors'
import { catchUpQuotes } from '../quotes/catch-up-quotes'
import { loadDraft } from './load-article'

/** The most characters of an article that search looks at: a tsvector holds one megabyte. */
export const WORDS_MOST = 250_000

const BATCH = 100

/**
 * Copies the words of drafts that changed since they were last indexed to where the desk's search finds them. A job's work:
 * a full-text index is too dear to be written at every keystroke.
 *
 * @returns how many drafts were indexed
 */
export async function indexDrafts(): Promise<number> {
  const behind = await database().$queryRaw<{ articleId: string; indexedVersion: number }[]>`
    SELECT "articleId", "indexedVersion" FROM "Draft" WHERE "indexedVersion" < version ORDER BY "updatedAt" LIMIT ${BATCH}`
  for (const { articleId, indexedVersion } of behind) {
    // It is from before quotations were derived.
    if (indexedVersion < 0) await catchUpQuotes(articleId)
    await indexDraft(articleId)
  }
  return behind.length
}

async function indexDraft(articleId: string): Promise<void> {
  const draft = await loadDraft(database(), articleId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (draft === null) return
  const words = printText(forReaders(draft.document)).slice(0, WORDS_MOST)
  await database().draft.updateMany({
    where: { articleId, indexedVersion: { lt: draft.version } },
    data: { words, indexedVersion: draft.version },
  })
}
