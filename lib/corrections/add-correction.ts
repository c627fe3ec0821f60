import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { newId } from '../ids'
import { raiseLinkNotices, withdrawLinkNotices } from '../links/raise-link-notices'
import { correctedBy } from './corrected-by'
import type { CorrectionInput } from './correction-input'
import type { CorrectedAs, CorrectionKind } from './correction-kinds'

/**
 * Puts a note beside the edition that it comes with, in the transaction of the publication. Where the article was wrong, each article that
 * points at it stands on its desk's list, until a person has looked.
 */
export async function addCorrection(
  tx: Transaction,
  note: CorrectionInput & { articleId: string; editionId: string; publishedAt: Date; publishedById: string },
): Promise<void> {
  await tx.correction.create({ data: { ...note, id: newId() } })
  const { articleId, kind } = note
  if (kind === 'CORRECTION') await raiseLinkNotices(tx, articleId, 'CORRECTED')
  if (kind === 'RETRACTION') {
    await withdrawLinkNotices(tx, articleId, 'CORRECTED')
    await raiseLinkNotices(tx, articleId, 'RETRACTED')
  }
}

/** How an article stands by its notes, as the columns of its publication say it, and whether it has any note at all. */
export async function correctedState(
  tx: Transaction,
  articleId: string,
): Promise<{ correctedAs: CorrectedAs | null; correctedAt: Date | null; hasNotes: boolean }> {
  const notes = await sqlOn(tx)<{ kind: CorrectionKind; at: Date }>`
    SELECT kind::text, "publishedAt" AS at FROM "Correction"
    WHERE "articleId" = ${articleId}::uuid ORDER BY "publishedAt" DESC, id DESC`
  const corrected = correctedBy(notes)
  return { correctedAs: corrected?.as ?? null, correctedAt: corrected?.at ?? null, hasNotes: notes.length > 0 }
}
