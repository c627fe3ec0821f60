import { log } from '../log'
import { leave } from './report-presence'

/** A tab that opens its stream anew within so long was never away. */
const AWAY_MILLISECONDS = 2_000

const key = Symbol.for('standfirst.presence.streams')
const kept = globalThis as unknown as { [key]?: Map<string, { open: number; timer: NodeJS.Timeout | null }> }

/**
 * Ties a tab's presence to its stream: when the stream has closed, the tab is gone, without waiting for its next sign of life.
 * @returns to be called once when the stream closes; `isEnded` when it does not come back, because the session is over
 */
export function tieToStream(
  articleId: string,
  tab: { clientId: string; personId: string },
): (how: { isEnded: boolean }) => void {
  kept[key] ??= new Map()
  const streams = kept[key]
  const name = `${articleId} ${tab.personId} ${tab.clientId}`
  const stream = streams.get(name) ?? { open: 0, timer: null }
  if (stream.timer !== null) clearTimeout(stream.timer)
  stream.timer = null
  stream.open++
  streams.set(name, stream)
  return ({ isEnded }) => {
    stream.open--
    if (stream.open > 0) return
    const go = () => {
      streams.delete(name)
      leave(articleId, tab).catch((error) => log.debug({ error: String(error) }, 'presence was not removed'))
    }
    if (isEnded) go()
    else stream.timer = setTimeout(go, AWAY_MILLISECONDS).unref()
  }
}
