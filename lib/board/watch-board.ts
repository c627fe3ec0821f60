import { isSessionLive } from '../auth/is-session-live'
import { listen } from '../db/listen'
import type { PersonActor } from '../policy/actor'
import { watchArrivals } from '../presence/watch-arrivals'

const PING_MILLISECONDS = 20_000
/** What happens within so long of each other is told once. */
const TOGETHER_MILLISECONDS = 150

export type BoardEvent =
  | { kind: 'changed' }
  /** Somebody came to it, or left it. */
  | { kind: 'people'; articleId: string }
  | { kind: 'ended' }
  | { kind: 'ping' }

/**
 * Tells an open board that some article moved, was planned or changed its fields, by whichever process: it then reads itself anew. And
 * who came to an article or left it. Typing is no news to it. The session is looked at again when somebody ends it, and at every ping.
 *
 * @returns stops telling
 */
export function watchBoard(actor: PersonActor, tell: (event: BoardEvent) => void): () => void {
  let isOver = false
  let waiting: ReturnType<typeof setTimeout> | undefined
  const change = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      if (!isOver) tell({ kind: 'changed' })
    }, TOGETHER_MILLISECONDS)
  }
  const tellIfEnded = async () => {
    if (isOver || (await isSessionLive(actor.sessionId).catch(() => true))) return
    tell({ kind: 'ended' })
    stop()
  }
  const stops = [
    listen('standfirst_article', { onPayload: change, onGap: change }),
    watchArrivals((articleId) => tell({ kind: 'people', articleId })),
    listen('standfirst_sessions', {
      onPayload: (payload) => {
        if (payload === actor.id) void tellIfEnded()
      },
      onGap: () => void tellIfEnded(),
    }),
  ]
  const ping = setInterval(() => {
    tell({ kind: 'ping' })
    void tellIfEnded()
  }, PING_MILLISECONDS)

  function stop(): void {
    if (isOver) return
    isOver = true
    clearInterval(ping)
    clearTimeout(waiting)
    for (const unsubscribe of stops) unsubscribe()
  }
  return stop
}
