import { now } from '@/lib/clock'
import { Alarm } from '../session/pace'
import type { Range } from './step-history'

export type Report = { version: number; selection: Range | null }

/** A cursor that somebody moves is told at most so often. */
const MOVING_MILLISECONDS = 300
/** While somebody types, everybody's copy moves the cursor by itself: a correction now and then is enough. */
const TYPING_MILLISECONDS = 1_500
const HEARTBEAT_MILLISECONDS = 12_000
/** A page that nobody looks at for so long is not where its person is. */
const HIDDEN_MILLISECONDS = 60_000

type Options = {
  /** Where the cursor is now; null while that cannot be said. */
  read: () => Report | null
  /** Never rejects. */
  send: (report: Report) => Promise<void>
  leave: () => void
}

/** Tells the server that this tab is there and where its cursor is: seldom enough to cost nothing. */
export class PresenceReporter {
  private readonly options: Options
  private readonly alarm = new Alarm()
  private readonly heartbeat = new Alarm()
  private readonly hiding = new Alarm()
  private last: string | null = null
  private sentAt = 0
  private dueAt = Number.POSITIVE_INFINITY
  private isSending = false
  private isAway = false

  constructor(options: Options) {
    this.options = options
  }

  /** The cursor was moved, or the text got or lost the focus. */
  moved(): void {
    this.plan(MOVING_MILLISECONDS)
  }

  /** The cursor moved because of what was typed. */
  typed(): void {
    this.plan(TYPING_MILLISECONDS)
  }

  /** Says it again although nothing changed: somebody does not know of this tab. */
  again(): void {
    this.last = null
    this.plan(TYPING_MILLISECONDS)
  }

  setVisible(isVisible: boolean): void {
    if (isVisible) {
      this.hiding.clear()
      const wasAway = this.isAway
      this.isAway = false
      if (wasAway) this.again()
      else this.moved()
    } else {
      this.hiding.set(HIDDEN_MILLISECONDS, () => this.goAway())
    }
  }

  /** The page is left: nothing follows until it is shown again. */
  goAway(): void {
    if (this.isAway) return
    this.isAway = true
    this.stop()
    this.options.leave()
  }

  /** As if the page were left, for good. */
  close(): void {
    this.goAway()
  }

  private stop(): void {
    for (const alarm of [this.alarm, this.heartbeat, this.hiding]) alarm.clear()
    this.dueAt = Number.POSITIVE_INFINITY
  }

  private plan(pause: number): void {
    if (this.isAway) return
    const at = Math.max(now().getTime(), this.sentAt + pause)
    if (at >= this.dueAt) return
    this.dueAt = at
    if (!this.isSending) this.wait()
  }

  private wait(): void {
    this.alarm.set(Math.max(0, this.dueAt - now().getTime()), () => void this.report(false))
  }

  private async report(isHeartbeat: boolean): Promise<void> {
    this.alarm.clear()
    this.heartbeat.clear()
    this.dueAt = Number.POSITIVE_INFINITY
    const report = this.options.read()
    const words = JSON.stringify(report)
    const isNews = report !== null && (isHeartbeat || words !== this.last)
    if (isHeartbeat || isNews) this.sentAt = now().getTime()
    if (isNews) {
      this.last = words
      this.isSending = true
      await this.options.send(report)
      this.isSending = false
    }
    if (!this.isAway) this.rest()
  }

  private rest(): void {
    const pause = Math.max(0, this.sentAt + HEARTBEAT_MILLISECONDS - now().getTime())
    this.heartbeat.set(pause, () => void this.report(true))
    if (this.dueAt !== Number.POSITIVE_INFINITY) this.wait()
  }
}
