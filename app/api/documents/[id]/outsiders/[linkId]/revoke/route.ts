import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { revokeOutsiderLink } from '@/lib/outsiders/revoke-link'
import { articleParams } from '../../../article-params'

const params = articleParams.extend({ linkId: z.string().refine(isId, 'This is not an id.') })

export const POST = route(
  { permission: 'outsider.invite', params, body: z.strictObject({}) },
  async ({ actor, params: { id, linkId } }) => {
    await revokeOutsiderLink(actor, { articleId: id, linkId })
    return {}
  },
)
