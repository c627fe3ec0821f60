import type { CorrectedAs, CorrectionKind } from './correction-kinds'

/**
 * How an article stands by its notes: the newest correction or retraction says. So a correction after a retraction takes that back.
 * @param notes the newest first
 */
export function correctedBy(
  notes: readonly { kind: CorrectionKind; at: Date }[],
): { as: CorrectedAs; at: Date } | null {
  for (const { kind, at } of notes) if (kind === 'CORRECTION' || kind === 'RETRACTION') return { as: kind, at }
  return null
}
