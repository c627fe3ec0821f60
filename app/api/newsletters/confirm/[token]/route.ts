import { z } from 'zod'
import { NotFound } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'
import { confirmSubscription } from '@/lib/newsletters/confirm-subscription'

const Params = z.object({ token: z.string().max(200) })

/** Only POST: programs that look at mail follow every link in it. */
export const POST = route({ permission: 'anyone', params: Params, acceptsHiddenOrigin: true }, async ({ params }) => {
  try {
    await confirmSubscription(params.token)
    return seeOther('/newsletters/confirmed')
  } catch (error) {
    if (error instanceof NotFound) return seeOther('/newsletters/link-ended')
    throw error
  }
})
