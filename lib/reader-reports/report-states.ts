/** What becomes of a report. The first two wait for somebody. */
export const REPORT_STATES = ['NEW', 'LOOKED_AT', 'ANSWERED', 'CORRECTED', 'DISMISSED'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export const REPORT_WORDS: Record<ReportState, string> = {
  NEW: 'New',
  LOOKED_AT: 'Looked at',
  ANSWERED: 'Answered',
  CORRECTED: 'Corrected',
  DISMISSED: 'Dismissed',
}
