import { z } from 'zod'
import { NotFound } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'
import { unsubscribe } from '@/lib/newsletters/unsubscribe'

const Params = z.object({ token: z.string().max(200) })
/** Of a mail program: what else it says is no reason to go on writing to somebody. */
const Form = z.object({ 'List-Unsubscribe': z.string().max(100).optional() })

/**
 * The button of the page, and the one-click request of mail programs (RFC 8058), which comes from elsewhere, without
 * cookies, and follows no redirect. The token proves what is needed.
 */
export const POST = route(
  { permission: 'anyone', params: Params, body: Form, bodyIs: 'form', mostBytes: 10_000, acceptsOtherOrigins: true },
  async ({ params, body }) => {
    const isOneClick = body['List-Unsubscribe'] === 'One-Click'
    try {
      await unsubscribe(params.token)
      return isOneClick
        ? new Response('Unsubscribed.\n', { headers: { 'Cache-Control': 'private, no-store' } })
        : seeOther('/newsletters/stopped')
    } catch (error) {
      if (error instanceof NotFound && !isOneClick) return seeOther('/newsletters/link-ended')
      throw error
    }
  },
)
