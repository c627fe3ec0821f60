import { changeLayout, type FrontChange } from '@/lib/fronts/change-layout'
import type { DeskFront } from '@/lib/fronts/desk-front'
import { isSame } from '@/lib/fronts/is-same'
import type { FrontLayout } from '@/lib/fronts/layout'
import type { ActionResult } from '@/lib/http/action'

/**
 * Where the changes of this visit are.
 * - `saved`: with the server, all of them
 * - `saving`: on their way
 * - `offline`: here alone, until the connection is back
 * - `signedOut`: here alone, until the person signs in again
 */
type FrontStatus = { kind: 'saved' } | { kind: 'saving' | 'offline' | 'signedOut'; waiting: number }

export type FrontState = {
  /** As the server told it last. */
  front: DeskFront
  /** With what is still on its way. */
  layout: FrontLayout
  status: FrontStatus
  canUndo: boolean
  canRedo: boolean
}

/** How the session reaches the server. A rejected promise says that it was not reached. */
export type FrontTransport = {
  send: (change: FrontChange, seenVersion: number) => Promise<ActionResult<DeskFront>>
  read: () => Promise<DeskFront>
  /** Resolves when it is worth trying again. */
  pause: () => Promise<void>
}

type Waiting = {
  change: FrontChange
  /** How many changes of others were known when it was made. */
  others: number
  /** It may have arrived already: the answer was lost. */
  isRepeated: boolean
  done: () => void
  refuse: (error: Error) => void
}

const OTHERS_WERE_HERE = 'Somebody else changed this front since. Undoing would take their change away as well.'
const MOST_STEPS = 100

/**
 * One person's visit to a front. Changes show at once and go to the server one after another; what it refuses is taken back. What
 * waits survives a lost connection. A change of somebody else is kept: what was done before it cannot be undone as a whole.
 */
export class FrontSession {
  #front: DeskFront
  #waiting: Waiting[] = []
  #undo: FrontLayout[] = []
  #redo: FrontLayout[] = []
  #others = 0
  #hasLostUndo = false
  #trouble: 'offline' | 'signedOut' | null = null
  #isWorking = false
  #hasHeard = false
  #state: FrontState
  #listeners = new Set<() => void>()
  readonly #transport: FrontTransport

  constructor(front: DeskFront, transport: FrontTransport) {
    this.#front = front
    this.#transport = transport
    this.#state = this.#read()
  }

  get state(): FrontState {
    return this.#state
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Makes a change: shown now, saved when the promise resolves.
   * @throws Error with a sentence when it cannot be made or is refused: the front is as it was
   */
  async change(change: FrontChange): Promise<void> {
    const before = this.#state.layout
    changeLayout(before, change)
    this.#undo = [...this.#undo, before].slice(-MOST_STEPS)
    this.#redo = []
    this.#hasLostUndo = false
    await this.#enqueue(change)
  }

  /** Takes back the last change of this visit. @throws Error with a sentence when that cannot be */
  undo(): Promise<void> {
    return this.#travel(this.#undo, this.#redo)
  }

  /** Makes again what was taken back last. @throws Error with a sentence when that cannot be */
  redo(): Promise<void> {
    return this.#travel(this.#redo, this.#undo)
  }

  /** The front as something else answered it: a publication, or what was read anew. */
  take(front: DeskFront): void {
    if (front.version < this.#front.version) return
    if (front.version > this.#front.version) this.#meetOthers()
    this.#front = front
    this.#tell()
  }

  /** Somebody, perhaps we, changed or published the front. */
  hear(version: number, number: number): void {
    if (version <= this.#front.version && number === (this.#front.live?.number ?? 0)) return
    void this.look()
  }

  /** Reads the front anew. While something is on its way, after that. */
  async look(): Promise<void> {
    this.#hasHeard = true
    if (this.#isWorking) return
    const front = await this.#transport.read().catch(() => null)
    // A change that was made meanwhile may be in what was read, or not.
    if (front === null || this.#isWorking) return
    this.#hasHeard = false
    this.take(front)
  }

  async #travel(from: FrontLayout[], to: FrontLayout[]): Promise<void> {
    const layout = from.at(-1)
    if (layout === undefined) {
      if (this.#hasLostUndo) throw new Error(OTHERS_WERE_HERE)
      return
    }
    from.pop()
    to.push(this.#state.layout)
    await this.#enqueue({ type: 'replace', layout })
  }

  #enqueue(change: FrontChange): Promise<void> {
    return new Promise((done, refuse) => {
      this.#waiting.push({ change, others: this.#others, isRepeated: false, done, refuse })
      this.#tell()
      void this.#work()
    })
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return
    this.#isWorking = true
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) await this.#sendOne(next)
    this.#isWorking = false
    this.#tell()
    if (this.#hasHeard) await this.look()
  }

  async #sendOne(next: Waiting): Promise<void> {
    if (next.change.type === 'replace' && next.others !== this.#others) return this.#refuse(next, OTHERS_WERE_HERE)
    const seen = this.#front.version
    const result = await this.#transport.send(next.change, seen).catch(() => null)
    if (result === null || (!result.ok && result.problem.status === 401)) {
      next.isRepeated ||= result === null
      this.#trouble = result === null ? 'offline' : 'signedOut'
      this.#tell()
      return this.#transport.pause()
    }
    this.#trouble = null
    if (result.ok) {
      if (result.value.version > seen + 1 && !next.isRepeated) this.#meetOthers()
      this.#front = result.value
      this.#waiting.shift()
      this.#tell()
      return next.done()
    }
    const front = await this.#transport.read().catch(() => null)
    if (front !== null && front.version >= this.#front.version) this.#front = front
    if (next.isRepeated && front !== null && isDone(front.layout, next.change)) {
      this.#waiting.shift()
      this.#tell()
      return next.done()
    }
    this.#meetOthers()
    this.#refuse(next, result.problem.message)
  }

  #refuse(one: Waiting, message: string): void {
    this.#waiting = this.#waiting.filter((each) => each !== one)
    this.#tell()
    one.refuse(new Error(message))
  }

  /** What lies before a change of somebody else is not ours alone any more. */
  #meetOthers(): void {
    this.#others += 1
    this.#hasLostUndo ||= this.#undo.length > 0
    this.#undo = []
    this.#redo = []
  }

  #read(): FrontState {
    const waiting = this.#waiting.length
    return {
      front: this.#front,
      layout: this.#waiting.reduce((layout, { change }) => changedOrSame(layout, change), this.#front.layout),
      status: waiting === 0 ? { kind: 'saved' } : { kind: this.#trouble ?? 'saving', waiting },
      canUndo: this.#undo.length > 0,
      canRedo: this.#redo.length > 0,
    }
  }

  #tell(): void {
    this.#state = this.#read()
    for (const listener of this.#listeners) listener()
  }
}

/** What somebody else made impossible is refused when its turn comes. */
function changedOrSame(layout: FrontLayout, change: FrontChange): FrontLayout {
  try {
    return changeLayout(layout, change)
  } catch {
    return layout
  }
}

/** Whether a layout is as if the change had been made: making it again changes nothing, or finds nothing to take away. */
function isDone(layout: FrontLayout, change: FrontChange): boolean {
  if (change.type === 'removeCard')
    return !layout.containers.some(({ cards }) => cards.some(({ id }) => id === change.cardId))
  if (change.type === 'removeContainer') return !layout.containers.some(({ id }) => id === change.containerId)
  return isSame(changedOrSame(layout, change), layout)
}
