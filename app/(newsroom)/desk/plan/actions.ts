'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { moveArticle } from '@/lib/articles/move-article'
import { action } from '@/lib/http/action'
import { ChangeLineInput, changeLine } from '@/lib/planning/change-line'
import { changeEvent } from '@/lib/planning/diary/change-event'
import { createEvent } from '@/lib/planning/diary/create-event'
import { deleteEvent } from '@/lib/planning/diary/delete-event'
import { EventInput } from '@/lib/planning/diary/event-input'
import { createFeed } from '@/lib/planning/feeds/create-feed'
import { revokeFeed } from '@/lib/planning/feeds/revoke-feed'
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

const Event = z.strictObject({ id: z.uuid() })

export const addEvent = action({ permission: 'diary.edit', input: EventInput }, createEvent)

export const editEvent = action(
  { permission: 'diary.edit', input: EventInput.extend({ id: z.uuid(), version: z.int() }) },
  changeEvent,
)

export const removeEvent = action({ permission: 'diary.edit', input: Event }, deleteEvent)

export const makeFeed = action(
  { permission: 'plan.read', input: z.strictObject({ deskId: z.uuid().nullable() }) },
  createFeed,
)

export const endFeed = action({ permission: 'plan.read', input: z.strictObject({ id: z.uuid() }) }, revokeFeed)
