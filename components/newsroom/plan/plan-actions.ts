import type { ActionResult } from '@/lib/http/action'
import type { ChangeLineInput, ChangeLineResult } from '@/lib/planning/change-line'
import type { LineInput } from '@/lib/planning/line-input'

/** What can be done on the plan, as the page hands it down. */
export type PlanActions = {
  pitch: (input: LineInput) => Promise<ActionResult<{ id: string; state: string }>>
  change: (input: ChangeLineInput) => Promise<ActionResult<ChangeLineResult>>
  commission: (input: { articleId: string }) => Promise<ActionResult<void>>
  /** Leads to the editor: what answers is a problem. */
  start: (input: { articleId: string }) => Promise<ActionResult<never>>
}
