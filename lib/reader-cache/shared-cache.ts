import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/log'

/** A cache in front of all processes: nginx, Varnish, a CDN. */
export type SharedCache = {
  forget(tags: readonly string[], paths: readonly string[]): void
  forgetAll(): void
}

type Asked = { all: boolean; tags: string[]; paths: string[] }

type Options = {
  url: string
  /** Goes along as a bearer token. */
  token: string | undefined
  /** Before a request that failed is sent again. */
  retryMilliseconds?: readonly number[]
  /** Until it is asked a second time: what was on its way to the cache when it was first asked has arrived by then. */
  againMilliseconds?: number
}

const REQUEST_MILLISECONDS = 5_000

/**
 * Asks the cache in front to forget, by a POST of `{"all":false,"tags":[...],"paths":[...]}`. Nobody waits for it: what is not forgotten in
 * spite of every try is told in the log, and grows old by itself.
 */
export function createSharedCache({
  url,
  token,
  retryMilliseconds = [500, 2_000, 8_000],
  againMilliseconds = 3_000,
}: Options): SharedCache {
  const headers = {
    'Content-Type': 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  }
  const post = async (asked: Asked) => {
    const signal = AbortSignal.timeout(REQUEST_MILLISECONDS)
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(asked), signal, redirect: 'error' })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`it answered ${answer.status}`)
  }
  const ask = async (asked: Asked) => {
    for (const pause of [...retryMilliseconds, null]) {
      try {
        return await post(asked)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        if (pause === null) return log.error({ why, ...asked }, 'the cache in front was not told what to forget')
        await sleep(pause, undefined, { ref: false })
      }
    }
  }
  const askTwice = async (asked: Asked) => {
    await ask(asked)
    await sleep(againMilliseconds, undefined, { ref: false })
    await ask(asked)
  }
  return {
    forget: (tags, paths) => {
      if (tags.length + paths.length > 0)
        void askTwice({ all: false, tags: [...new Set(tags)].sort(), paths: [...paths] })
    },
    forgetAll: () => void askTwice({ all: true, tags: [], paths: [] }),
  }
}
