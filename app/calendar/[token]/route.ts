import { z } from 'zod'
import { route } from '@/lib/http/route'
import { readFeed } from '@/lib/planning/feeds/read-feed'

const Params = z.object({ token: z.string().min(1).max(100) })

/** For calendar programs, which have no cookie: the token in the path proves what is needed. */
export const GET = route(
  { permission: 'anyone', params: Params },
  async ({ params }) =>
    new Response(await readFeed(params.token), {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="plan.ics"',
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex, nofollow',
        'Referrer-Policy': 'no-referrer',
      },
    }),
)
