import { now } from '../clock'
import { TELL_MILLISECONDS } from './pace'
import { keyOf, type PresentTab } from './present-tab'

type Tell = (tabs: readonly PresentTab[]) => void

/** Who is in one article, as far as this process has heard, and the streams that are told. */
export class Room {
  private readonly present = new Map<string, { tab: PresentTab; seenAt: number }>()
  private readonly streams = new Set<Tell>()
  private timer: NodeJS.Timeout | null = null
  private toldAt = 0

  get tabs(): readonly PresentTab[] {
    return [...this.present.values()].map(({ tab }) => tab)
  }

  /** Those that said where their cursor is. */
  get placedTabs(): readonly PresentTab[] {
    return this.tabs.filter(({ selection }) => selection !== null)
  }

  get isEmpty(): boolean {
    return this.streams.size === 0
  }

  /** A new stream is told at once what is known. */
  join(tell: Tell): () => void {
    this.streams.add(tell)
    if (this.present.size > 0) tell(this.tabs)
    return () => {
      this.streams.delete(tell)
    }
  }

  put(tab: PresentTab, seenAt: number): void {
    const before = this.present.get(keyOf(tab))
    this.present.set(keyOf(tab), { tab, seenAt })
    if (before === undefined || !isSame(before.tab, tab)) this.tellSoon()
  }

  /** Where a tab is that is only known to be there. */
  place(tab: PresentTab): void {
    const before = this.present.get(keyOf(tab))
    if (before !== undefined && before.tab.version === 0 && before.tab.selection === null) this.put(tab, before.seenAt)
  }

  putUnlessKnown(tab: PresentTab, seenAt: number): void {
    if (!this.present.has(keyOf(tab))) this.put(tab, seenAt)
  }

  remove(key: string): void {
    if (this.present.delete(key)) this.tellSoon()
  }

  removeUnseenSince(before: number): void {
    for (const [key, { seenAt }] of this.present) if (seenAt <= before) this.remove(key)
  }

  tellAtOnce(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.toldAt = now().getTime()
    const { tabs } = this
    for (const tell of this.streams) tell(tabs)
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private tellSoon(): void {
    if (this.timer !== null) return
    const wait = Math.max(0, this.toldAt + TELL_MILLISECONDS - now().getTime())
    this.timer = setTimeout(() => {
      this.timer = null
      this.tellAtOnce()
    }, wait)
  }
}

function isSame(one: PresentTab, other: PresentTab): boolean {
  return (
    one.version === other.version &&
    one.name === other.name &&
    one.selection?.anchor === other.selection?.anchor &&
    one.selection?.head === other.selection?.head
  )
}
