import { ShowClaims, showClaims } from '@/lib/claims/show-claims'
import { route } from '@/lib/http/route'
import { articleParams } from '../../article-params'
import { assertSamePerson } from '../../same-person'

export const PUT = route(
  { permission: 'article.edit', params: articleParams, body: ShowClaims },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    return showClaims(actor, { articleId: params.id, ...body })
  },
)
