import type { ActionResult } from '@/lib/http/action'
import type { ChangeLineInput, ChangeLineResult } from '@/lib/planning/change-line'
import type { EventInput } from '@/lib/planning/diary/event-input'
import type { LineInput } from '@/lib/planning/line-input'

/** What can be done on the plan, as the page hands it down. */
export type PlanActions = {
  pitch: (input: LineInput) => Promise<ActionResult<{ id: string; state: string }>>
  change: (input: ChangeLineInput) => Promise<ActionResult<ChangeLineResult>>
  commission: (input: { articleId: string }) => Promise<ActionResult<void>>
  /** Leads to the editor: what answers is a problem. */
  start: (input: { articleId: string }) => Promise<ActionResult<never>>
}

/** What can be done with the diary. */
export type DiaryActions = {
  create: (input: EventInput) => Promise<ActionResult<{ id: string }>>
  change: (input: EventInput & { id: string; version: number }) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
}

/** What can be done with one's own secret addresses. */
export type FeedActions = {
  create: (input: { deskId: string | null }) => Promise<ActionResult<{ id: string; url: string }>>
  revoke: (input: { id: string }) => Promise<ActionResult<void>>
}
