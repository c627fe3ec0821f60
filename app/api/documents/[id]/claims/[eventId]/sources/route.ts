import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { standBehind } from '@/lib/sources/stand-behind'
import { articleParams } from '../../../article-params'
import { assertSamePerson } from '../../../same-person'

const Id = z.string().refine(isId, 'This is not an id.')
const eventParams = articleParams.extend({ eventId: Id })

export const POST = route(
  { permission: 'claim.mark', params: eventParams, body: z.strictObject({ sourceId: Id }) },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    await standBehind(actor, { sourceId: body.sourceId, eventId: params.eventId, articleId: params.id })
    return {}
  },
)
