import { Step } from 'prosemirror-transform'
import type { Transaction } from '../db/database'
import { type Document, parseDocument } from '../document/document'
import { schema } from '../document/schema'
import { Conflict } from '../errors'
import { listStepsSince } from './list-steps'
import type { LoadedDraft } from './load-article'

/**
 * The document as it was at a version: the nearest revision before it, and the steps from there on.
 * @throws Conflict when the draft has not come that far
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
  return steps.slice(0, version - revision.version).reduce((document, { step }) => {
    const { doc } = Step.fromJSON(schema, step).apply(document)
    if (doc === null) throw new Error(`A stored step of article ${articleId} does not apply`)
    return doc
  }, parseDocument(revision.document))
}
