import { z } from 'zod'

/** The cursor in the document of `version`: positions, and both the same where nothing is selected. */
export const Selection = z.strictObject({ anchor: z.int().min(0), head: z.int().min(0) })

/** A tab in which somebody has an article open. `version` 0 without a selection: where the cursor is, is not known yet. */
export const PresentTab = z.object({
  clientId: z.string(),
  personId: z.string(),
  name: z.string(),
  version: z.number(),
  selection: Selection.nullable(),
})
export type PresentTab = z.output<typeof PresentTab>

/** What processes tell each other of one article. */
export const PresenceNotice = z.object({
  articleId: z.string(),
  /** Tabs that are there, as they are now. */
  here: z.array(PresentTab).optional(),
  /** Tabs that were closed. */
  gone: z.array(z.object({ clientId: z.string(), personId: z.string() })).optional(),
  /** The answer to a process that asks: where cursors were when they were heard of last. It keeps no tab alive. */
  known: z.array(PresentTab).optional(),
  /** A process began to follow this article and asks where the cursors are. */
  isAsking: z.literal(true).optional(),
})
export type PresenceNotice = z.output<typeof PresenceNotice>

/** Two people cannot be one tab, whatever they call it. */
export function keyOf({ personId, clientId }: Pick<PresentTab, 'personId' | 'clientId'>): string {
  return `${personId} ${clientId}`
}
