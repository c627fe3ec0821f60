import { z } from 'zod'
import { NotSignedIn } from '@/lib/errors'
import { FrontKey } from '@/lib/fronts/front-key'
import { watchFront } from '@/lib/fronts/watch-front'
import { eventStream } from '@/lib/http/event-stream'
import { route } from '@/lib/http/route'

/** Server-Sent Events: `changed` when somebody changed the front or published it, `ended` when the session is over. */
export const GET = route(
  { permission: 'front.read', params: z.object({ key: FrontKey }) },
  async ({ actor, params: { key }, request }) => {
    if (actor.kind !== 'person') throw new NotSignedIn()
    return eventStream(request, ({ send, close }) =>
      watchFront(actor, key, ({ kind, ...data }) => {
        send(kind === 'ping' ? ': still here\n\n' : `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
        if (kind === 'ended') close()
      }),
    )
  },
)
