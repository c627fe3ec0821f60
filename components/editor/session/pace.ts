import { type AfterKeys, atOnce } from './after-keys'

/** Steps go out so long after the last key, */
export const QUIET_MILLISECONDS = 300
/** and at the latest so long after the first that is not sent. */
export const LATEST_MILLISECONDS = 1_000

/** Signed out: how often the session looks whether somebody signed in again. */
export const SIGNED_OUT_MILLISECONDS = 15_000

const FIRST_RETRY_MILLISECONDS = 500
const LAST_RETRY_MILLISECONDS = 10_000

/** How long to wait before try number `tries` (from 1): doubling, half of it by chance, so that tabs do not come back in step. */
export function retryDelay(tries: number): number {
  const whole = Math.min(FIRST_RETRY_MILLISECONDS * 2 ** (tries - 1), LAST_RETRY_MILLISECONDS)
  return whole * (0.5 + Math.random() / 2)
}

/** How long to step aside when others were faster `times` in a row; the first time not at all. */
export function crowdDelay(times: number): number {
  return times < 2 ? 0 : Math.random() * Math.min(20 * 2 ** times, 400)
}

/** One timer that is either set or not; what it runs waits for the keys where somebody presses them. */
export class Alarm {
  private timer: ReturnType<typeof setTimeout> | null = null
  private giveUp: () => void = () => undefined
  private readonly afterKeys: AfterKeys

  constructor(afterKeys: AfterKeys = atOnce) {
    this.afterKeys = afterKeys
  }

  get isSet(): boolean {
    return this.timer !== null
  }

  set(milliseconds: number, run: () => void): void {
    this.clear()
    this.timer = setTimeout(() => {
      this.giveUp = this.afterKeys(() => {
        this.timer = null
        run()
      })
    }, milliseconds)
  }

  clear(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.giveUp()
  }
}
