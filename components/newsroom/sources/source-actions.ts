import type { z } from 'zod'
import type { ActionResult } from '@/lib/http/action'
import type { ChangeSealed, ChangeSource, CreateSource } from '@/lib/sources/source-input'
import type { SourceRow } from '@/lib/sources/source-row'

type Act<Input, Value = unknown> = (input: Input) => Promise<ActionResult<Value>>

/** What can be done to sources. */
export type SourceActions = {
  create: Act<z.input<typeof CreateSource>, { id: string }>
  change: Act<z.input<typeof ChangeSource>>
  erase: Act<{ id: string; base: number }>
  changeSecret: Act<z.input<typeof ChangeSealed>>
  reveal: Act<{ id: string }, { name: string; contact: string; notes: string; version: number }>
  find: Act<{ words: string }, { sources: SourceRow[]; isCut: boolean }>
  findClaims: Act<{ words: string }, { id: string; label: string; detail: string }[]>
  claimEvents: Act<{ id: string }, { id: string; label: string }[]>
  use: Act<{ sourceId: string; eventId: string }>
  stopUse: Act<{ sourceId: string; eventId: string }>
}
