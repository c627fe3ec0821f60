import type { z } from 'zod'
import type { ClaimDecision } from '@/lib/claims/claim-input'
import type { ReviewInput } from '@/lib/claims/claim-review'
import type { AddEvent, CorrectStatement, EditEvent } from '@/lib/claims/register-input'
import type { ActionResult } from '@/lib/http/action'

type Act<Input, Value = unknown> = (input: Input) => Promise<ActionResult<Value>>

/** What can be done to claims. */
export type ClaimActions = {
  add: Act<z.input<typeof AddEvent>, { eventId: string }>
  edit: Act<z.input<typeof EditEvent>>
  drop: Act<{ eventId: string }>
  correct: Act<z.input<typeof CorrectStatement>>
  merge: Act<{ id: string; intoId: string }>
  undo: Act<{ id: string }>
  review: Act<z.input<typeof ReviewInput>>
  dropReview: Act<{ claimId: string; base: string }>
  find: Act<{ words: string }, { id: string; label: string; detail: string }[]>
  decide: Act<{ articleId: string; noticeId: string; decision: ClaimDecision }>
}
