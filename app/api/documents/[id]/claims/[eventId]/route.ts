import { z } from 'zod'
import { changeEvent, removeEvent } from '@/lib/claims/change-event'
import { ChangeEvent } from '@/lib/claims/claim-input'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'
import { assertSamePerson } from '../../same-person'

const eventParams = articleParams.extend({ eventId: z.string().refine(isId, 'This is not an id.') })

export const PATCH = route(
  { permission: 'claim.mark', params: eventParams, body: ChangeEvent, mostBytes: 20_000 },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    return changeEvent(actor, { articleId: params.id, eventId: params.eventId, ...body })
  },
)

export const DELETE = route({ permission: 'claim.mark', params: eventParams }, async ({ actor, params, request }) => {
  assertSamePerson(actor, request.headers)
  await removeEvent(actor, { articleId: params.id, eventId: params.eventId })
  return {}
})
