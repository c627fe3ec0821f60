import { watchBoard } from '@/lib/board/watch-board'
import { NotSignedIn } from '@/lib/errors'
import { eventStream } from '@/lib/http/event-stream'
import { route } from '@/lib/http/route'

/** Server-Sent Events: something on the desk moved. */
export const GET = route({ permission: 'article.read' }, async ({ actor, request }) => {
  if (actor.kind !== 'person') throw new NotSignedIn()
  return eventStream(request, ({ send, close }) =>
    watchBoard(actor, ({ kind, ...data }) => {
      send(kind === 'ping' ? ': still here\n\n' : `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
      if (kind === 'ended') close()
    }),
  )
})
