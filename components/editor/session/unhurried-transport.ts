import type { AfterKeys } from './after-keys'
import type { News, SentStep, StreamListener, Transport } from './protocol'

type Arrival =
  | { kind: 'steps'; since: number; steps: readonly SentStep[] }
  | { kind: 'news'; news: News }
  | { kind: 'changed' }

/**
 * A transport whose answers and news are told when the keys leave time for them, in the order in which they came. Steps that
 * follow each other are told as one, and of who is present only the newest.
 */
export function unhurried(transport: Transport, afterKeys: AfterKeys): Transport {
  return {
    async send(batch, options) {
      const room = () => new Promise<void>((resolve) => afterKeys(resolve))
      if (options.isLeaving) return transport.send(batch, options)
      await room()
      const answer = await transport.send(batch, options)
      await room()
      return answer
    },
    fetchSince: (version) => transport.fetchSince(version),
    listen(since, listener, clientId) {
      const arrivals = new Arrivals(listener, afterKeys)
      const stop = transport.listen(since, arrivals, clientId)
      return () => {
        arrivals.forget()
        stop()
      }
    },
  }
}

class Arrivals implements StreamListener {
  private readonly listener: StreamListener
  private readonly afterKeys: AfterKeys
  private waiting: Arrival[] = []
  private giveUp: (() => void) | null = null

  constructor(listener: StreamListener, afterKeys: AfterKeys) {
    this.listener = listener
    this.afterKeys = afterKeys
  }

  onSteps(since: number, steps: readonly SentStep[]): void {
    const last = this.waiting.at(-1)
    if (last?.kind === 'steps' && last.since + last.steps.length === since) last.steps = [...last.steps, ...steps]
    else this.waiting.push({ kind: 'steps', since, steps })
    this.plan()
  }

  onArticleChanged(): void {
    this.waiting.push({ kind: 'changed' })
    this.plan()
  }

  onNews(news: News): void {
    if (news.kind === 'presence')
      this.waiting = this.waiting.filter((one) => one.kind !== 'news' || one.news.kind !== 'presence')
    this.waiting.push({ kind: 'news', news })
    this.plan()
  }

  /** The end waits for nothing, and what came before it is told before it. */
  onEnded(reason: string): void {
    this.tell()
    this.listener.onEnded(reason)
  }

  onRefused(message: string): void {
    this.tell()
    this.listener.onRefused(message)
  }

  onBroken(): void {
    this.tell()
    this.listener.onBroken()
  }

  forget(): void {
    this.waiting = []
    this.giveUp?.()
    this.giveUp = null
  }

  private plan(): void {
    if (this.giveUp !== null) return
    let isTold = false
    const giveUp = this.afterKeys(() => {
      isTold = true
      this.tell()
    })
    this.giveUp = isTold ? null : giveUp
  }

  private tell(): void {
    const arrivals = this.waiting
    this.forget()
    for (const arrival of arrivals) {
      if (arrival.kind === 'steps') this.listener.onSteps(arrival.since, arrival.steps)
      else if (arrival.kind === 'news') this.listener.onNews(arrival.news)
      else this.listener.onArticleChanged()
    }
  }
}
