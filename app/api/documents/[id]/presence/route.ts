import { z } from 'zod'
import { route } from '@/lib/http/route'
import { Selection } from '@/lib/presence/present-tab'
import { reportPresence } from '@/lib/presence/report-presence'
import { articleParams } from '../article-params'
import { ClientId } from '../client-id'
import { assertSamePerson } from '../same-person'

export const POST = route(
  {
    permission: 'article.read',
    params: articleParams,
    body: z.strictObject({
      clientId: ClientId,
      version: z.int().min(0),
      selection: Selection.nullable(),
      isLeaving: z.boolean().optional(),
    }),
    mostBytes: 1_000,
  },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    await reportPresence(actor, { articleId: params.id, ...body, isLeaving: body.isLeaving ?? false })
    return {}
  },
)
