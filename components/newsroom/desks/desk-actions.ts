import type { DeskInput } from '@/lib/desks/desk-input'
import type { ActionResult } from '@/lib/http/action'

/** What can be done to desks, as the page hands it down. */
export type DeskActions = {
  create: (input: DeskInput) => Promise<ActionResult<{ id: string; slug: string }>>
  change: (input: DeskInput & { id: string }) => Promise<ActionResult<void>>
  move: (input: { id: string; to: 'up' | 'down' }) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
}
