'use server'

import { z } from 'zod'
import { DecideNotice } from '@/lib/claims/claim-input'
import { ReviewInput } from '@/lib/claims/claim-review'
import { correctStatement } from '@/lib/claims/correct-statement'
import { decideNotice } from '@/lib/claims/decide-notice'
import { mergeClaims, undoMerge } from '@/lib/claims/merge-claims'
import { dropEvent, editEvent, putDownEvent } from '@/lib/claims/put-down-event'
import { AddEvent, CorrectStatement, EditEvent, MergePair, OneClaim, RemoveEvent } from '@/lib/claims/register-input'
import { reviewClaim, dropReview as takeBack } from '@/lib/claims/review-claim'
import { searchClaims } from '@/lib/claims/search-claims'
import { action } from '@/lib/http/action'

const Decision = DecideNotice.extend({ articleId: z.uuid(), noticeId: z.uuid() })
const ReviewSeen = ReviewInput.pick({ claimId: true, base: true })
const Words = z.strictObject({ words: z.string().max(300) })

export const add = action({ permission: 'claim.register', input: AddEvent }, putDownEvent)
export const edit = action({ permission: 'claim.register', input: EditEvent }, editEvent)
export const drop = action({ permission: 'claim.register', input: RemoveEvent }, dropEvent)
export const correct = action({ permission: 'claim.register', input: CorrectStatement }, correctStatement)
export const merge = action({ permission: 'claim.merge', input: MergePair }, mergeClaims)
export const undo = action({ permission: 'claim.merge', input: OneClaim }, undoMerge)
export const review = action({ permission: 'claim.readers', input: ReviewInput }, reviewClaim)
export const dropReview = action({ permission: 'claim.readers', input: ReviewSeen }, takeBack)
export const find = action({ permission: 'claim.read', input: Words }, searchClaims)
export const decide = action({ permission: 'article.edit', input: Decision }, decideNotice)
