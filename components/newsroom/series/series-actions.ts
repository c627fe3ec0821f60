import type { ActionResult } from '@/lib/http/action'
import type { SeriesInput } from '@/lib/series/series-input'
import type { EditResult } from '@/lib/shelves/edit-result'

/** What can be done to a series itself, as the page hands it down. */
export type SeriesActions = {
  create: (input: SeriesInput) => Promise<ActionResult<{ id: string; slug: string }>>
  change: (input: SeriesInput & { id: string; baseVersion: number }) => Promise<ActionResult<EditResult<SeriesInput>>>
  end: (input: { id: string }) => Promise<ActionResult<void>>
}

type PartInput = { seriesId: string; articleId: string }

/** What can be done to the parts of a series. */
export type PartActions = {
  add: (input: PartInput) => Promise<ActionResult<void>>
  remove: (input: PartInput) => Promise<ActionResult<void>>
  move: (input: PartInput & { to: 'up' | 'down' }) => Promise<ActionResult<void>>
}
