/** A key whose frame was painted so recently leaves time before the next, even when somebody types fast. */
const ROOM_MILLISECONDS = 25
/** What waits for a key's frame waits at most so long: the last key was long ago, or the page is not drawn. */
const LONGEST_WAIT_MILLISECONDS = 150

/** Runs something now when nobody types, and soon otherwise. The answer gives it up. */
export type AfterKeys = (run: () => void) => () => void

/** For where nobody looks: everything at once. */
export const atOnce: AfterKeys = (run) => {
  run()
  return () => undefined
}

/**
 * Lets what arrives while somebody types wait until the key's frame is on the screen. On a slow phone taking in others' words or
 * an answer of the server takes as long as a key does: between two keys it is not noticed, at the same moment as one it is.
 */
export class KeyWatch {
  private lastKeyAt = Number.NEGATIVE_INFINITY
  private paintedAt = Number.NEGATIVE_INFINITY
  private isPainting = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly waiting = new Set<() => void>()
  private readonly channel = new MessageChannel()
  private readonly page: Document

  constructor(page: Document) {
    this.page = page
    // The first task after a frame's callbacks begins when its pixels are on their way.
    this.channel.port1.onmessage = this.onPaint
    page.addEventListener('keydown', this.onKey, true)
    page.addEventListener('beforeinput', this.onKey, true)
  }

  readonly afterKeys: AfterKeys = (run) => {
    const at = performance.now()
    const isQuiet = !this.isPainting && at - this.lastKeyAt > LONGEST_WAIT_MILLISECONDS
    if (isQuiet || (!this.isPainting && at - this.paintedAt < ROOM_MILLISECONDS)) return atOnce(run)
    // The same function given twice is two things to do.
    const once = () => run()
    this.waiting.add(once)
    this.timer ??= setTimeout(this.runAll, LONGEST_WAIT_MILLISECONDS)
    return () => {
      this.waiting.delete(once)
    }
  }

  close(): void {
    this.page.removeEventListener('keydown', this.onKey, true)
    this.page.removeEventListener('beforeinput', this.onKey, true)
    this.runAll()
    this.channel.port1.close()
  }

  private readonly onKey = () => {
    this.lastKeyAt = performance.now()
    if (this.isPainting || this.page.visibilityState === 'hidden') return
    this.isPainting = true
    requestAnimationFrame(() => this.channel.port2.postMessage(null))
  }

  private readonly onPaint = () => {
    this.isPainting = false
    this.paintedAt = performance.now()
    this.runAll()
  }

  private readonly runAll = () => {
    clearTimeout(this.timer)
    this.timer = undefined
    const due = [...this.waiting]
    this.waiting.clear()
    for (const run of due) run()
  }
}
