import type { ActionResult } from '@/lib/http/action'
import type { MergePreview } from '@/lib/shelves/describe-merge'
import type { ShelfInput } from '@/lib/shelves/shelf-input'

/** A topic or a section as the form holds it. */
export type ShelfDraft = Omit<ShelfInput, 'kind'>

/** What can be done to shelves of one kind, as the page hands it down. */
export type ShelfActions = {
  create: (input: ShelfDraft) => Promise<ActionResult<{ id: string; slug: string }>>
  change: (input: ShelfDraft & { id: string }) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
  /** Null for whoever may not merge. */
  merging: {
    preview: (input: { id: string; intoId: string }) => Promise<ActionResult<MergePreview>>
    merge: (input: { id: string; intoId: string }) => Promise<ActionResult<void>>
  } | null
  /** Null where the order is by name. */
  move: ((input: { id: string; to: 'up' | 'down' }) => Promise<ActionResult<void>>) | null
}
