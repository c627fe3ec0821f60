import { MarkClaim } from '@/lib/claims/claim-input'
import { listArticleClaims } from '@/lib/claims/list-article-claims'
import { markClaim } from '@/lib/claims/mark-claim'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'
import { assertSamePerson } from '../same-person'

export const GET = route({ permission: 'claim.read', params: articleParams }, ({ actor, params }) =>
  listArticleClaims(actor, params.id),
)

export const POST = route(
  { permission: 'claim.mark', params: articleParams, body: MarkClaim, mostBytes: 20_000 },
  async ({ actor, params, body, request }) => {
    assertSamePerson(actor, request.headers)
    return markClaim(actor, { articleId: params.id, ...body })
  },
)
