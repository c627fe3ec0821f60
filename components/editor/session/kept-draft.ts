import type { Node } from 'prosemirror-model'
import type { Step, Transform } from 'prosemirror-transform'
import { now } from '@/lib/clock'
import type { AfterKeys } from './after-keys'
import type { DraftWrite, LocalDrafts, Release, UnsentStep } from './drafts'
import { Alarm } from './pace'

/** Typing is written down so long after a key, as soon as it is on the screen. */
const WRITE_AFTER_MILLISECONDS = 20
/** A device that takes longer than this to write does not hold up the sending. */
const PATIENCE_MILLISECONDS = 500

/** What one tab has not confirmed: the confirmed document, and the steps with the actions that they came from. */
export type Unconfirmed = { version: number; confirmed: Node; steps: readonly Step[]; origins: readonly Transform[] }

/**
 * Keeps on this device what a session has not confirmed. One write at a time, each of everything that changed since the
 * last; typing only adds rows.
 */
export class KeptDraft {
  /** False when the device does not take what is given to it (or there is none): nobody may be told that words are kept. */
  isWorking: boolean
  private readonly drafts: LocalDrafts | null
  private readonly ids: Pick<DraftWrite, 'articleId' | 'clientId' | 'personId'>
  private readonly read: () => Unconfirmed | 'nothing' | 'unknown'
  private readonly onHealth: () => void
  private readonly afterKeys: AfterKeys
  private readonly held: Promise<Release>
  private readonly alarm = new Alarm()
  private stored: { version: number; steps: readonly Step[] } | null = null
  private writing: Promise<void> | null = null
  private isStale = false
  private isPlanned = false
  private giveUp: () => void = () => undefined

  constructor(options: {
    drafts: LocalDrafts | null
    ids: Pick<DraftWrite, 'articleId' | 'clientId' | 'personId'>
    /** The claim on a record that this session goes on with. */
    claimed: Release | null
    /** `unknown`: what is stored stays as it is. */
    read: () => Unconfirmed | 'nothing' | 'unknown'
    onHealth: () => void
    afterKeys: AfterKeys
  }) {
    this.drafts = options.drafts
    this.ids = options.ids
    this.read = options.read
    this.onHealth = options.onHealth
    this.afterKeys = options.afterKeys
    this.isWorking = options.drafts !== null
    this.held = options.claimed
      ? Promise.resolve(options.claimed)
      : (options.drafts?.hold(options.ids.clientId) ?? Promise.resolve(() => undefined))
    this.held.catch(() => undefined)
  }

  /** Something changed: it is written soon. */
  touch(): void {
    if (this.drafts === null || this.isPlanned) return
    this.isPlanned = true
    this.alarm.set(WRITE_AFTER_MILLISECONDS, () => {
      this.giveUp = this.afterKeys(() => void this.write())
    })
  }

  /** Resolves when everything is written, when it could not be, or when the device takes too long. Never rejects. */
  async flush(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MILLISECONDS)
    })
    await Promise.race([this.write(), patience])
    clearTimeout(timer)
  }

  /**
   * How many of these steps may be sent: those that are written down. A tab that died after sending more than it had
   * written would find words of its own on the server that it does not know.
   */
  countSendable(version: number, steps: readonly Step[]): number {
    if (!this.isWorking || this.stored === null || this.stored.version !== version) return steps.length
    return Math.min(this.stored.steps.length, steps.length)
  }

  /** True when what is stored stands on this version, or nothing can be stored. */
  hasStored(version: number): boolean {
    return !this.isWorking || this.stored === null || this.stored.version === version
  }

  /** Forgets what is stored without touching it, after the device was wiped and may be used again. */
  async resume(): Promise<void> {
    this.stored = null
    await this.drafts?.resume().catch(() => undefined)
    await this.write()
  }

  /** Writes what is left and gives up the claim on the record. */
  async close(): Promise<void> {
    await this.flush()
    this.forgetPlan()
    const release = await this.held.catch(() => null)
    release?.()
  }

  /** Stops without writing. The claim is handed on to whoever goes on with the record. */
  async handOver(): Promise<Release | null> {
    this.forgetPlan()
    await this.writing
    return this.held.catch(() => null)
  }

  private forgetPlan(): void {
    this.isPlanned = false
    this.alarm.clear()
    this.giveUp()
    this.giveUp = () => undefined
  }

  private write(): Promise<void> {
    this.forgetPlan()
    if (this.drafts === null) return Promise.resolve()
    this.isStale = true
    this.writing ??= this.writeAll(this.drafts).finally(() => {
      this.writing = null
    })
    return this.writing
  }

  private async writeAll(drafts: LocalDrafts): Promise<void> {
    while (this.isStale) {
      this.isStale = false
      const wasWorking = this.isWorking
      try {
        await this.held
        await this.writeOnce(drafts)
        this.isWorking = true
      } catch {
        this.isWorking = false
        this.stored = null
      }
      if (this.isWorking !== wasWorking) this.onHealth()
    }
  }

  private async writeOnce(drafts: LocalDrafts): Promise<void> {
    const { articleId, clientId } = this.ids
    const unconfirmed = this.read()
    if (unconfirmed === 'unknown') return
    if (unconfirmed === 'nothing') {
      this.stored = null
      return drafts.remove(articleId, clientId)
    }
    const { version, confirmed, steps } = unconfirmed
    const isSameBase = this.stored?.version === version
    const from = isSameBase ? countCommon(this.stored?.steps ?? [], steps) : 0
    await drafts.write({
      ...this.ids,
      base: isSameBase ? null : { version, document: documentJson(confirmed) },
      from,
      isAfterAll: isSameBase && from === this.stored?.steps.length,
      steps: unsentSteps(unconfirmed, from),
      savedAt: now(),
    })
    this.stored = { version, steps }
  }
}

/** The steps as they are stored and handed on. */
export function unsentSteps({ steps, origins }: Pick<Unconfirmed, 'steps' | 'origins'>, from = 0): UnsentStep[] {
  return steps.slice(from).map((step, index) => ({
    step: step.toJSON(),
    isFirstOfAction: origins[from + index] !== origins[from + index - 1],
  }))
}

function countCommon(one: readonly Step[], other: readonly Step[]): number {
  let common = 0
  while (common < one.length && one[common] === other[common]) common++
  return common
}

const blockJson = new WeakMap<Node, string>()

/** A document as JSON text. Blocks that did not change are not written out again. */
function documentJson(document: Node): string {
  const blocks: string[] = []
  document.forEach((block) => {
    const known = blockJson.get(block) ?? JSON.stringify(block.toJSON())
    blockJson.set(block, known)
    blocks.push(known)
  })
  return `{"type":${JSON.stringify(document.type.name)},"content":[${blocks.join(',')}]}`
}
