import type { BreakingBanner } from '../api/breaking'

/** "Sent: 1,204 mailed, 300 pushed, 2 failed." */
export function sentWords(sent: NonNullable<BreakingBanner['sent']>): string {
  const { mailed, pushed, failed, waiting } = sent
  const parts = [`${mailed.toLocaleString('en-GB')} mailed`, `${pushed.toLocaleString('en-GB')} pushed`]
  if (failed > 0) parts.push(`${failed.toLocaleString('en-GB')} failed`)
  if (waiting > 0) parts.push(`${waiting.toLocaleString('en-GB')} waiting`)
  return `Sent: ${parts.join(', ')}.`
}
