import { BoardQuery } from '@/lib/board/board-query'
import { watchBoard } from '@/lib/board/watch-board'
import { NotSignedIn } from '@/lib/errors'
import { eventStream } from '@/lib/http/event-stream'
import { route } from '@/lib/http/route'

/** Server-Sent Events: what became of a story on the board. */
export const GET = route(
  { permission: 'article.read', query: BoardQuery.strict() },
  async ({ actor, query, request }) => {
    if (actor.kind !== 'person') throw new NotSignedIn()
    return eventStream(request, ({ send, close }) =>
      watchBoard(actor, query, ({ kind, ...data }) => {
        send(kind === 'ping' ? ': still here\n\n' : `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
        if (kind === 'ended') close()
      }),
    )
  },
)
