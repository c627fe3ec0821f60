import { now } from '@/lib/clock'
import { Alarm, retryDelay } from './pace'
import type { StreamListener, Transport } from './protocol'

/** A stream that lived so long was a good one: when it breaks, the next one need not wait long. */
const GOOD_STREAM_MILLISECONDS = 30_000

/** What others do, as it happens. One stream at a time; what a closed one still brings is not told. */
export class ArticleStream {
  private readonly transport: Transport
  private readonly clientId: string
  private readonly listener: StreamListener
  private readonly alarm = new Alarm()
  private stop: (() => void) | null = null
  private count = 0
  private openedAt = 0
  private wasOpen = false
  private tries = 0

  /** `onBroken` is called when it is time to catch up and open the next one. */
  constructor(transport: Transport, clientId: string, listener: StreamListener) {
    this.transport = transport
    this.clientId = clientId
    this.listener = listener
  }

  get isOpen(): boolean {
    return this.stop !== null
  }

  /** Opens it from a version on, unless it is open or must wait. */
  open(version: number): void {
    if (this.isOpen || this.alarm.isSet) return
    this.openedAt = now().getTime()
    const stream = ++this.count
    const ifOpen =
      <Values extends unknown[]>(run: (...values: Values) => void) =>
      (...values: Values) => {
        if (stream === this.count) run(...values)
      }
    this.stop = this.transport.listen(
      version,
      {
        onSteps: ifOpen((since, steps) => {
          this.tries = 0
          this.listener.onSteps(since, steps)
        }),
        onArticleChanged: ifOpen(() => this.listener.onArticleChanged()),
        onNews: ifOpen((news) => this.listener.onNews(news)),
        onEnded: ifOpen((reason) => this.listener.onEnded(reason)),
        onRefused: ifOpen((message) => {
          this.close()
          this.listener.onRefused(message)
        }),
        onBroken: ifOpen(() => this.broke()),
      },
      this.clientId,
    )
    // Between two streams something may have been told to nobody.
    if (this.wasOpen) this.listener.onArticleChanged()
    this.wasOpen = true
  }

  close(): void {
    this.stop?.()
    this.stop = null
    this.count++
    this.alarm.clear()
  }

  private broke(): void {
    this.close()
    this.tries = now().getTime() - this.openedAt > GOOD_STREAM_MILLISECONDS ? 1 : this.tries + 1
    this.alarm.set(retryDelay(this.tries), () => this.listener.onBroken())
  }
}
