import type { Transaction } from '../db/database'
import { applyStored, type Document, parseDocument } from '../document/document'
import { Conflict, Gone } from '../errors'
import { log } from '../log'
import { listStepsSince } from './list-steps'
import type { LoadedDraft } from './load-article'

/**
 * The document as it was at a version: the nearest revision before it, and the steps from there on.
 * @throws Conflict when the draft has not come that far
 * @throws Gone when the steps of that version are folded away
 */
export async function documentAt(
  tx: Transaction,
  articleId: string,
  draft: LoadedDraft,
  version: number,
): Promise<Document> {
  if (version === draft.version) return draft.document
  if (version > draft.version) throw new Conflict('This version is not saved yet. Wait for "Saved" and try again.')
  const revision = await tx.revision.findFirstOrThrow({
    where: { articleId, version: { lte: version } },
    orderBy: { version: 'desc' },
  })
  const steps = await listStepsSince(tx, articleId, revision.version)
  if (revision.version + steps.length < version) throw new Gone('The steps of this version are folded away.')
  return applyStored(parseDocument(revision.document), steps.slice(0, version - revision.version), (reason) =>
    log.error({ articleId, after: revision.version, reason }, 'a stored step does not apply'),
  )
}
