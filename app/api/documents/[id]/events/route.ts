import { z } from 'zod'
import { type ArticleEvent, watchArticle } from '@/lib/articles/watch-article'
import { NotSignedIn } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'
import { ClientId } from '../client-id'

/** Server-Sent Events: what others do to the article, until the tab closes or the session ends. */
export const GET = route(
  {
    permission: 'article.read',
    params: articleParams,
    query: z.strictObject({ since: z.coerce.number().int().min(0), clientId: ClientId.optional() }),
  },
  async ({ actor, params, query, request }) => {
    if (actor.kind !== 'person') throw new NotSignedIn()
    const encoder = new TextEncoder()
    let stop: (() => void) | undefined
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const close = () => {
          stop?.()
          try {
            controller.close()
          } catch {
            // The reader was gone first.
          }
        }
        const tell = (event: ArticleEvent) => {
          try {
            controller.enqueue(encoder.encode(written(event)))
          } catch {
            close()
          }
          if (event.kind === 'ended') close()
        }
        request.signal.addEventListener('abort', close)
        stop = await watchArticle(actor, { articleId: params.id, ...query }, tell)
        tell({ kind: 'ping' })
        if (request.signal.aborted) close()
      },
      cancel() {
        stop?.()
      },
    })
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'private, no-store',
        'X-Accel-Buffering': 'no',
      },
    })
  },
)

function written(event: ArticleEvent): string {
  if (event.kind === 'ping') return ': still here\n\n'
  const { kind, ...data } = event
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
}
