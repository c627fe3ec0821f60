import robotsParser from 'robots-parser'
import { guardedFetch, type Ways } from '../outgoing/guarded-fetch'
import { AGENT_NAME } from '../outgoing/user-agent'

/** What a site asks of robots. Pauses are in milliseconds. */
export type Manners = { mayAsk: (url: string) => boolean; pauseMilliseconds: number }

const SHORTEST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** RFC 9309, and Crawl-delay, which is not in it. No file: everything may be asked. A site in trouble: nothing. */
export async function mannersOf(origin: string, ways?: Ways): Promise<Manners> {
  const address = `${origin}/robots.txt`
  // A site that does not answer says so again when the link itself is asked.
  const answer = await guardedFetch(address, { mostBytes: 500_000, whenLonger: 'cut' }, ways).catch(() => null)
  if (answer !== null && answer.status >= 500) return { mayAsk: () => false, pauseMilliseconds: SHORTEST_PAUSE }
  const text = answer?.status === 200 ? answer.body.toString('utf8') : ''
  const robots = robotsParser(address, text)
  const asked = (robots.getCrawlDelay(AGENT_NAME) ?? 0) * 1000
  return {
    mayAsk: (url) => robots.isAllowed(url, AGENT_NAME) !== false,
    pauseMilliseconds: Math.min(Math.max(asked, SHORTEST_PAUSE), LONGEST_PAUSE),
  }
}
