import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { clearLinkNotice } from '@/lib/links/clear-link-notice'
import { listLinkNotices } from '@/lib/links/list-link-notices'
import { articleParams } from '../article-params'

/** What happened to the targets of an article's links. */
export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params }) => ({
  notices: await listLinkNotices(actor, params.id),
}))

/** Somebody has looked. */
export const POST = route(
  {
    permission: 'article.edit',
    params: articleParams,
    body: z.strictObject({ clear: z.string().refine(isId, 'This is not an id.') }),
  },
  async ({ actor, params, body }) => {
    await clearLinkNotice(actor, { articleId: params.id, noticeId: body.clear })
    return {}
  },
)
