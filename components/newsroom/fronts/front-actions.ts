import type { FrontChange } from '@/lib/fronts/change-layout'
import type { DeskFront } from '@/lib/fronts/desk-front'
import type { FrontKey } from '@/lib/fronts/front-key'
import type { ActionResult } from '@/lib/http/action'

/** What can be done to a front, as the page hands it down. Each answers with the front as it is then. */
export type FrontActions = {
  change: (input: { key: FrontKey; change: FrontChange; seenVersion: number }) => Promise<ActionResult<DeskFront>>
  publish: (input: { key: FrontKey; version: number }) => Promise<ActionResult<DeskFront>>
  undoPublication: (input: { key: FrontKey; number: number }) => Promise<ActionResult<DeskFront>>
  takeEdition: (input: { key: FrontKey; number: number; seenVersion: number }) => Promise<ActionResult<DeskFront>>
}
