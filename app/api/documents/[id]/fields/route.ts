import { z } from 'zod'
import { FIELD_NAMES } from '@/lib/articles/fields'
import { saveField } from '@/lib/articles/save-field'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'
import { assertSamePerson } from '../same-person'

export const PUT = route(
  {
    permission: 'article.edit',
    params: articleParams,
    body: z.strictObject({ field: z.enum(FIELD_NAMES), value: z.unknown(), baseVersion: z.int().min(0) }),
  },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    const result = await saveField(actor, { articleId: params.id, ...body })
    if (result.kind === 'saved') return { version: result.version }
    return Response.json(
      {
        version: result.version,
        value: result.value,
        by: result.by,
        error: { code: 'CLASH', message: `${result.by || 'Somebody'} changed this meanwhile.` },
      },
      { status: 409, headers: { 'Cache-Control': 'private, no-store' } },
    )
  },
)
