import type { Release } from './drafts'

/** Names that an open tab holds, and that come free when it dies. */
export interface TabLocks {
  hold(name: string): Promise<Release>
  claim(name: string): Promise<Release | null>
  claimLater(name: string, givenUp: AbortSignal): Promise<Release | null>
}

/** Without https the browser has no locks: then open tabs answer when they are asked. */
export function tabLocks(): TabLocks {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? webLocks(navigator.locks) : askingLocks()
}

function webLocks(locks: LockManager): TabLocks {
  const request = (name: string, options: LockOptions) =>
    new Promise<Release | null>((resolve, reject) => {
      locks
        .request(name, options, (lock) => {
          if (lock === null) return resolve(null)
          return new Promise<void>((release) => resolve(release))
        })
        .catch((error: unknown) => (options.signal?.aborted ? resolve(null) : reject(error)))
    })
  return {
    hold: async (name) => (await request(name, {})) ?? (() => undefined),
    claim: (name) => request(name, { ifAvailable: true }),
    claimLater: (name, givenUp) => request(name, { signal: givenUp }),
  }
}

const ANSWER_WITHIN_MILLISECONDS = 500

type Message = { asks: string } | { holds: string }

function askingLocks(): TabLocks {
  const held = new Set<string>()
  const channel = new BroadcastChannel('standfirst-tabs')
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('asks' in data && held.has(data.asks)) channel.postMessage({ holds: data.asks } satisfies Message)
  })
  const take = (name: string): Release => {
    held.add(name)
    return () => held.delete(name)
  }
  return {
    hold: async (name) => take(name),
    claim: async (name) => (held.has(name) || (await isHeldElsewhere(name, channel)) ? null : take(name)),
    claimLater: (_name, givenUp) => new Promise((resolve) => givenUp.addEventListener('abort', () => resolve(null))),
  }
}

function isHeldElsewhere(name: string, channel: BroadcastChannel): Promise<boolean> {
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent<Message>) => {
      if ('holds' in data && data.holds === name) finish(true)
    }
    const finish = (isHeld: boolean) => {
      channel.removeEventListener('message', hear)
      clearTimeout(timer)
      resolve(isHeld)
    }
    const timer = setTimeout(() => finish(false), ANSWER_WITHIN_MILLISECONDS)
    channel.addEventListener('message', hear)
    channel.postMessage({ asks: name } satisfies Message)
  })
}
