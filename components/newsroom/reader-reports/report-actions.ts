import type { ActionResult } from '@/lib/http/action'
import type { SeenReport } from '@/lib/reader-reports/load-report'

type Act<Input, Value = void> = (input: Input) => Promise<ActionResult<Value>>

/** What can be done about a report. */
export type ReportActions = {
  look: Act<SeenReport>
  dismiss: Act<SeenReport & { reason: string }>
  correct: Act<SeenReport>
  /** The mail as the reader would get it; null where they left no address. */
  showMail: Act<{ reportId: string; answer: string }, { subject: string; text: string } | null>
  answer: Act<SeenReport & { answer: string }>
}
