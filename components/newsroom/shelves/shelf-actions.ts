import type { ActionResult } from '@/lib/http/action'
import type { MergePreview } from '@/lib/shelves/describe-merge'
import type { EditResult } from '@/lib/shelves/edit-result'
import type { ShelfValues } from '@/lib/shelves/shelf-values'

/** What can be done to shelves of one kind, as the page hands it down. */
export type ShelfActions = {
  create: (input: ShelfValues) => Promise<ActionResult<{ id: string; slug: string }>>
  change: (input: ShelfValues & { id: string; baseVersion: number }) => Promise<ActionResult<EditResult<ShelfValues>>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
  /** Null for whoever may not merge. */
  merging: {
    preview: (input: { id: string; intoId: string }) => Promise<ActionResult<MergePreview>>
    merge: (input: { id: string; intoId: string }) => Promise<ActionResult<void>>
  } | null
  /** Null where the order is by name. */
  move: ((input: { id: string; to: 'up' | 'down' }) => Promise<ActionResult<void>>) | null
}
