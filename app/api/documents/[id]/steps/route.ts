import { z } from 'zod'
import { applySteps } from '@/lib/articles/apply-steps'
import { listSteps } from '@/lib/articles/list-steps'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'
import { assertSamePerson } from '../same-person'

const STEPS_MOST = 1_000
const BYTES_MOST = 8_000_000

export const POST = route(
  {
    // Whoever may only comment sends steps, too: the use case looks at what they do.
    permission: 'article.comment',
    params: articleParams,
    body: z.strictObject({
      version: z.int().min(0),
      clientId: z.string().min(1).max(64),
      steps: z.array(z.record(z.string(), z.unknown())).min(1).max(STEPS_MOST),
      firsts: z.array(z.int().min(0).max(STEPS_MOST)).max(STEPS_MOST).optional(),
      isAfterOwn: z.boolean().optional(),
    }),
    mostBytes: BYTES_MOST,
  },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    const result = await applySteps(actor, { articleId: params.id, ...body })
    if (result.kind === 'applied') return { version: result.version }
    if (result.kind === 'merged') return { version: result.version, steps: result.steps }
    return Response.json(
      { version: result.version, steps: result.steps, error: { code: 'BEHIND', message: 'Somebody wrote meanwhile.' } },
      { status: 409, headers: { 'Cache-Control': 'private, no-store' } },
    )
  },
)

export const GET = route(
  {
    permission: 'article.read',
    params: articleParams,
    query: z.strictObject({ since: z.coerce.number().int().min(0) }),
  },
  async ({ actor, params, query, request }) => {
    assertSamePerson(actor, request.headers)
    return listSteps(actor, params.id, query.since)
  },
)
