import type { ActionResult } from '@/lib/http/action'

/** What can be done to a version, as the page hands it down. */
export type HistoryActions = {
  /** `revisionId` null: the text as it stands now. */
  name: (input: { articleId: string; revisionId: string | null; name: string }) => Promise<ActionResult<{ id: string }>>
  restore: (input: {
    articleId: string
    revisionId: string
  }) => Promise<ActionResult<{ version: number; isChanged: boolean }>>
}
