type Unsubscribe = () => void

/** What tabs of one browser tell each other. */
export type TabMessage = { kind: 'signed-in'; personId: string } | { kind: 'signed-out' }

/** What happens around an open article: the network, the window, the other tabs. */
export interface Surroundings {
  /** The network is back, or somebody looks at the page again: a good moment to try. */
  onWake(run: () => void): Unsubscribe
  /** The page is hidden, or (`isFinal`) goes away. */
  onLeave(run: (isFinal: boolean) => void): Unsubscribe
  /** The browser asks before closing the page as long as this says so. */
  askBeforeLeaving(shouldAsk: () => boolean): Unsubscribe
  onTabMessage(run: (message: TabMessage) => void): Unsubscribe
}

const CHANNEL = 'standfirst-session'

export function announce(message: TabMessage): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(message)
  channel.close()
}

/** The real ones: this window. */
export function windowSurroundings(): Surroundings {
  return {
    onWake(run) {
      const whenVisible = () => document.visibilityState === 'visible' && run()
      // A page that comes back from the browser's memory may have lost its place among the open tabs: it begins anew.
      const whenShown = (event: PageTransitionEvent) => event.persisted && window.location.reload()
      return all(
        on(window, 'online', run),
        on(window, 'focus', run),
        on(document, 'visibilitychange', whenVisible),
        on(window, 'pageshow', whenShown as (event: Event) => void),
      )
    },
    onLeave(run) {
      return all(
        on(document, 'visibilitychange', () => document.visibilityState === 'hidden' && run(false)),
        on(window, 'pagehide', () => run(true)),
      )
    },
    askBeforeLeaving(shouldAsk) {
      return on(window, 'beforeunload', (event) => {
        if (shouldAsk()) event.preventDefault()
      })
    },
    onTabMessage(run) {
      if (typeof BroadcastChannel === 'undefined') return () => undefined
      const channel = new BroadcastChannel(CHANNEL)
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => run(data)
      return () => channel.close()
    },
  }
}

function on(target: EventTarget, name: string, run: (event: Event) => void): Unsubscribe {
  target.addEventListener(name, run)
  return () => target.removeEventListener(name, run)
}

function all(...unsubscribes: Unsubscribe[]): Unsubscribe {
  return () => {
    for (const unsubscribe of unsubscribes) unsubscribe()
  }
}
