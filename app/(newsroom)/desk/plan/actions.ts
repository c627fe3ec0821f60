'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { moveArticle } from '@/lib/articles/move-article'
import { action } from '@/lib/http/action'
import { ChangeLineInput, changeLine } from '@/lib/planning/change-line'
import { LineInput } from '@/lib/planning/line-input'
import { pitchLine } from '@/lib/planning/pitch-line'

const One = z.strictObject({ articleId: z.uuid() })

export const pitch = action({ permission: 'article.create', input: LineInput }, pitchLine)

export const change = action({ permission: 'article.plan', input: ChangeLineInput }, changeLine)

export const commission = action({ permission: 'article.commission', input: One }, (actor, { articleId }) =>
  moveArticle(actor, { articleId, move: 'commission' }),
)

export const start = action({ permission: 'article.start', input: One }, async (actor, { articleId }) => {
  await moveArticle(actor, { articleId, move: 'start' })
  redirect(`/desk/articles/${articleId}`)
})
