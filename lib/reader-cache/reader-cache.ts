import { setImmediate as nextTurn } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { now } from '@/lib/clock'
import { Answer } from './answer'
import type { Banner } from './banner'
import type { Rendered } from './render'
import type { HeaderPair } from './security-headers'
import { sharedEnd } from './sharing'
import { readTarget } from './target'

type Options = {
  /** Renders the page of a key. What it rejects with, everybody who waits for that page gets. */
  render: (key: string) => Promise<Rendered>
  /** What every answer carries, chosen by what it is. */
  headersFor: (rendered: Rendered) => readonly HeaderPair[]
  megabytes: number
  /** What stands at the top of every page at this moment. Asked for each answer that is sent. */
  banner?: () => Banner | null
  /** Whether a cache in front keeps answers, too: each is made anew before it would outlive its end there. */
  isShared?: boolean
  /** False while developing: every request renders. */
  isKeeping?: boolean
}

/** `answer` grows while it is compressed; a fresh wrapper around both tells the store its new size. */
type Kept = { answer: Answer; facts: Facts }

type Facts = { tags: readonly string[]; endsAt: number; uses: number; hasImproved: boolean }

/** What nobody published may be asked for without end, so it is kept apart, small and briefly. */
const missingSeconds = 60
/** A page that recorded nothing cannot be purged; it grows old instead. */
const untaggedSeconds = 60
const usesUntilImproved = 20
const mostRefills = 60
const refillDelayMilliseconds = 5
const urgent = Number.POSITIVE_INFINITY
const never = Number.POSITIVE_INFINITY

/**
 * Public answers, rendered once and kept until something that they read changes.
 *
 * Every render and every purge takes a number from one sequence. A render that began before a purge of something that it read is
 * answered to those who waited for it, and not kept; who asks after the purge never waits for a render that began before it.
 */
export class ReaderCache {
  readonly #options: Options
  readonly #pages: LRUCache<string, Kept>
  readonly #scanned: LRUCache<string, Kept>
  readonly #assets: LRUCache<string, Kept>
  readonly #keysOfTag = new Map<string, Set<string>>()
  readonly #inFlight = new Map<string, Promise<Answer>>()
  readonly #running = new Set<number>()
  readonly #purgedAt = new Map<string, number>()
  #allPurgedAt = 0
  #anyPurgedAt = 0
  #sequence = 0
  readonly #refills = new Map<string, number>()
  #isRefilling = false
  #refillTimer: NodeJS.Timeout | undefined
  #improving: Promise<void> = Promise.resolve()
  #isClosed = false

  constructor(options: Options) {
    this.#options = options
    const bytes = Math.max(1, options.megabytes) * 1_000_000
    this.#pages = this.#createStore(bytes)
    this.#scanned = this.#createStore(bytes / 16)
    this.#assets = this.#createStore(bytes / 8)
  }

  /** What is kept under a key, if it is still right. Never waits. */
  find(key: string): Answer | undefined {
    const kept = this.#pages.get(key) ?? this.#assets.get(key) ?? this.#scanned.get(key)
    if (!kept) return undefined
    const { answer, facts } = kept
    if (facts.endsAt !== never && facts.endsAt <= now().getTime()) return undefined
    facts.uses += 1
    if (facts.uses > usesUntilImproved && !facts.hasImproved) this.#improve(key, kept)
    return this.#withBanner(key, answer)
  }

  /**
   * What is kept, or what a render gives: one render, however many ask. When it fails, an answer that was purged is gone, but
   * one that has only ended is better than none.
   * @throws what `render` throws
   */
  async get(key: string): Promise<Answer> {
    const kept = this.find(key)
    if (kept) return kept
    const joined = this.#inFlight.get(key)
    if (joined) return this.#withBanner(key, await joined)
    const render = this.#render(key)
    this.#inFlight.set(key, render)
    try {
      return this.#withBanner(key, await render)
    } finally {
      if (this.#inFlight.get(key) === render) this.#inFlight.delete(key)
    }
  }

  /** Forgets every answer that read one of these, and asks for the most used of them again. */
  purge(tags: readonly string[]): void {
    const at = this.#nextInSequence()
    this.#anyPurgedAt = at
    const keys = new Set<string>()
    for (const name of tags) {
      if (this.#running.size > 0) this.#purgedAt.set(name, at)
      for (const key of this.#keysOfTag.get(name) ?? []) keys.add(key)
    }
    this.#forget(keys)
  }

  /** Forgets everything that was read from the database. For when purges may have been missed. */
  purgeAll(): void {
    const at = this.#nextInSequence()
    this.#anyPurgedAt = at
    this.#allPurgedAt = at
    this.#forget(new Set([...this.#pages.keys(), ...this.#scanned.keys()]))
  }

  /** Renders these paths before readers ask: the first at once, because somebody waits to see it, the others soon. */
  warm(paths: readonly string[]): void {
    const keys = paths.map(readTarget).flatMap((target) => (target.kind === 'public' ? target.key : []))
    for (const key of keys) this.#refillLater(key, urgent)
    if (keys.length > 0 && !this.#isRefilling) setImmediate(() => this.#startRefills())
  }

  /** Figures for whoever watches. */
  get size(): { answers: number; bytes: number } {
    return {
      answers: this.#pages.size + this.#scanned.size + this.#assets.size,
      bytes: this.#pages.calculatedSize + this.#scanned.calculatedSize + this.#assets.calculatedSize,
    }
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#refillTimer)
    this.#refills.clear()
  }

  /** The banner is put into what is kept as it is sent, so that a banner that begins or ends makes no page cold. */
  #withBanner(key: string, answer: Answer): Answer {
    const cut = key.indexOf('?')
    const worn = answer.wear(this.#options.banner?.() ?? null, cut === -1 ? key : key.slice(0, cut))
    // Kept with it, and counted: what has grown or shrunk is weighed again.
    if (worn.isNew) void worn.answer.compressAll().then(() => this.#weigh(key, answer))
    return worn.answer
  }

  #weigh(key: string, answer: Answer): void {
    for (const store of [this.#pages, this.#scanned, this.#assets]) {
      const kept = store.peek(key)
      if (kept?.answer === answer) this.#measure(key, kept)
    }
  }

  #createStore(bytes: number): LRUCache<string, Kept> {
    const maxSize = Math.floor(bytes)
    return new LRUCache<string, Kept>({
      maxSize,
      maxEntrySize: Math.floor(maxSize / 4),
      sizeCalculation: ({ answer }) => answer.size,
      dispose: ({ facts }, key, reason) => {
        if (reason !== 'set') this.#unindex(key, facts.tags)
      },
    })
  }

  async #render(key: string): Promise<Answer> {
    const began = this.#nextInSequence()
    this.#running.add(began)
    try {
      const rendered = await this.#options.render(key)
      const isKeepable = this.#mayKeep(rendered, began)
      // What was purged meanwhile is kept by nobody else either.
      const answer = new Answer(rendered, this.#options.headersFor({ ...rendered, isKeepable }))
      if (isKeepable) this.#keep(key, rendered, answer)
      return answer
    } catch (error) {
      const ended = this.#pages.peek(key) ?? this.#scanned.peek(key)
      if (ended) return ended.answer
      throw error
    } finally {
      this.#running.delete(began)
      if (this.#running.size === 0) this.#purgedAt.clear()
    }
  }

  #mayKeep(rendered: Rendered, began: number): boolean {
    if (this.#options.isKeeping === false || this.#isClosed || !rendered.isKeepable || this.#allPurgedAt > began)
      return false
    // Without tags nobody can tell what it read.
    if (rendered.tags.length === 0) return this.#anyPurgedAt < began
    return !rendered.tags.some((name) => (this.#purgedAt.get(name) ?? 0) > began)
  }

  #keep(key: string, rendered: Rendered, answer: Answer): void {
    const isAsset = key.startsWith('/_next/')
    const isScanned = rendered.status === 404 || (rendered.status !== 200 && isAsset) || isApart(key)
    const facts = {
      tags: rendered.tags,
      endsAt: endOf(rendered, { isAsset, isShared: this.#options.isShared === true }),
      uses: 0,
      hasImproved: false,
    }
    this.#drop(key)
    const store = isScanned ? this.#scanned : isAsset ? this.#assets : this.#pages
    store.set(key, { answer, facts })
    if (!store.has(key)) return
    for (const name of rendered.tags) {
      const keys = this.#keysOfTag.get(name)
      if (keys) keys.add(key)
      else this.#keysOfTag.set(name, new Set([key]))
    }
    void answer.compressAll().then(() => this.#measure(key, { answer, facts }))
  }

  #measure(key: string, { answer, facts }: Kept): void {
    for (const store of [this.#pages, this.#scanned, this.#assets]) {
      if (store.peek(key)?.answer !== answer) continue
      store.set(key, { answer, facts })
      if (!store.has(key)) this.#unindex(key, facts.tags)
    }
  }

  /** One at a time: readers come first, and there are few cores. */
  #improve(key: string, kept: Kept): void {
    kept.facts.hasImproved = true
    this.#improving = this.#improving.then(async () => {
      if (this.#isClosed) return
      await kept.answer.improve()
      this.#measure(key, kept)
    })
  }

  #forget(keys: Set<string>): void {
    this.#inFlight.clear()
    for (const key of keys) {
      const kept = this.#pages.peek(key)
      if (kept?.answer.status === 200) this.#refillLater(key, kept.facts.uses)
      this.#drop(key)
    }
  }

  #drop(key: string): void {
    this.#pages.delete(key)
    this.#scanned.delete(key)
    this.#assets.delete(key)
  }

  #unindex(key: string, tags: readonly string[]): void {
    for (const name of tags) {
      const keys = this.#keysOfTag.get(name)
      keys?.delete(key)
      if (keys?.size === 0) this.#keysOfTag.delete(name)
    }
  }

  #refillLater(key: string, uses: number): void {
    if (this.#isClosed || this.#options.isKeeping === false) return
    this.#refills.set(key, Math.max(uses, this.#refills.get(key) ?? 0))
    // A moment later: a publication purges twice, here and by notification.
    this.#refillTimer ??= setTimeout(() => {
      this.#refillTimer = undefined
      this.#startRefills()
    }, refillDelayMilliseconds)
  }

  #startRefills(): void {
    if (this.#isClosed) return
    const mostUsed = [...this.#refills].sort(([, a], [, b]) => b - a).slice(0, mostRefills)
    this.#refills.clear()
    for (const [key, uses] of mostUsed) this.#refills.set(key, uses)
    if (!this.#isRefilling) void this.#runRefills()
  }

  /** One after the other, and each after what readers wait for: they share a core with it. */
  async #runRefills(): Promise<void> {
    this.#isRefilling = true
    for (;;) {
      await Promise.allSettled(this.#inFlight.values())
      const next = this.#refills.entries().next().value
      if (!next || this.#isClosed) break
      const [key, uses] = next
      this.#refills.delete(key)
      try {
        const answer = await this.get(key)
        // Who waits for it gets it before the next is begun: all are made on one core.
        if (uses === urgent) await answer.compressAll().then(nextTurn)
        const kept = this.#pages.peek(key)
        if (kept && uses !== urgent) kept.facts.uses += Math.floor(uses / 2)
      } catch {
        // The renderer has logged it; the next reader tries again.
      }
    }
    this.#isRefilling = false
  }

  #nextInSequence(): number {
    this.#sequence += 1
    return this.#sequence
  }
}

/**
 * What must not push pages out: questions with words of whoever asks, of which there is no end, a form for each paragraph, texts for other
 * publishers, and pictures that networks fetch once and keep themselves. Also the paper's style sheet under addresses that it had or never had.
 */
function isApart(key: string): boolean {
  return /^\/(?:search\?|oembed\?|look\.css\?|cards\/|question\/)|\/republish$/.test(key)
}

function endOf(rendered: Rendered, { isAsset, isShared }: { isAsset: boolean; isShared: boolean }): number {
  const ends = [sharedEnd(rendered, isShared) ?? never]
  if (rendered.status === 404) ends.push(now().getTime() + missingSeconds * 1000)
  else if (rendered.tags.length === 0 && !isAsset) ends.push(now().getTime() + untaggedSeconds * 1000)
  return Math.min(...ends)
}
