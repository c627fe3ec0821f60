import { z } from 'zod'
import { type ArticleEvent, watchArticle } from '@/lib/articles/watch-article'
import { NotSignedIn } from '@/lib/errors'
import { eventStream } from '@/lib/http/event-stream'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'
import { ClientId } from '../client-id'

/** Server-Sent Events: what others do to the article, until the tab closes, the session ends or the right to read is gone. */
export const GET = route(
  {
    permission: 'article.read',
    params: articleParams,
    query: z.strictObject({ since: z.coerce.number().int().min(0), clientId: ClientId.optional() }),
  },
  async ({ actor, params, query, request }) => {
    if (actor.kind !== 'person') throw new NotSignedIn()
    return eventStream(request, ({ send, close }) =>
      watchArticle(actor, { articleId: params.id, ...query }, (event) => {
        send(written(event))
        if (event.kind === 'ended' || event.kind === 'refused') close()
      }),
    )
  },
)

function written(event: ArticleEvent): string {
  if (event.kind === 'ping') return ': still here\n\n'
  const { kind, ...data } = event
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
}
