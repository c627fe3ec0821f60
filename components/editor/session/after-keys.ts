/** A key whose frame was painted so recently leaves time before the next, even when somebody types fast. */
const ROOM_MILLISECONDS = 12
/** Between two keys so much is begun; the rest waits for the next frame. */
const SHARE_MILLISECONDS = 16
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
    const hasTime = at - this.lastKeyAt > LONGEST_WAIT_MILLISECONDS || at - this.paintedAt < ROOM_MILLISECONDS
    if (hasTime && !this.isPainting && this.waiting.size === 0) return atOnce(run)
    // The same function given twice is two things to do.
    const once = () => run()
    this.waiting.add(once)
    if (this.timer === undefined) this.runAtLatest()
    return () => {
      this.waiting.delete(once)
    }
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
    // Not in this task: whoever else waits for the frame goes first, and so does a key that is there already.
    if (this.waiting.size > 0) this.runUnlessAKeyIsThere()
  }

  private runUnlessAKeyIsThere(): void {
    this.wait(0, () => (this.isPainting ? this.runAtLatest() : this.runShare()))
  }

  private runAtLatest(): void {
    this.wait(LONGEST_WAIT_MILLISECONDS, () => this.runShare())
  }

  private wait(milliseconds: number, run: () => void): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(run, milliseconds)
  }

  private runShare(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const end = performance.now() + SHARE_MILLISECONDS
    for (const run of [...this.waiting]) {
      // One that ran before it may have given it up.
      if (this.waiting.delete(run)) run()
      if (performance.now() > end) break
    }
    if (this.waiting.size > 0 && this.timer === undefined) this.runAtLatest()
  }
}

let watchOfPage: KeyWatch | undefined

/** For what the page itself has to do that nobody waits for. */
export const afterKeys: AfterKeys = (run) => {
  watchOfPage ??= new KeyWatch(document)
  return watchOfPage.afterKeys(run)
}
