import { now } from '../clock'
import { listen } from '../db/listen'
import { log } from '../log'
import { notifyAsking, notifyKnown } from './notify-presence'
import { GONE_MILLISECONDS, SWEEP_MILLISECONDS } from './pace'
import { listPresenceRows, sweepPresence } from './presence-rows'
import { keyOf, PresenceNotice, type PresentTab } from './present-tab'
import { Room } from './room'

/** The articles that somebody follows through this process, and who is in them. */
export class Rooms {
  private readonly rooms = new Map<string, Room>()
  private sweeping: NodeJS.Timeout | null = null

  /** @param hear how this process hears what any process notifies */
  constructor(hear: typeof listen) {
    hear('standfirst_presence', {
      onPayload: (payload) => this.hear(payload),
      // Something may have been missed: begin again from the rows.
      onGap: () => {
        for (const articleId of this.rooms.keys()) void this.catchUp(articleId)
      },
    })
  }

  join(articleId: string, tell: (tabs: readonly PresentTab[]) => void): () => void {
    const known = this.rooms.get(articleId)
    const room = known ?? new Room()
    const leave = room.join(tell)
    if (known === undefined) {
      this.rooms.set(articleId, room)
      void this.catchUp(articleId)
    }
    this.sweeping ??= setInterval(() => void this.sweep(), SWEEP_MILLISECONDS).unref()
    return () => {
      leave()
      if (!room.isEmpty || this.rooms.get(articleId) !== room) return
      room.close()
      this.rooms.delete(articleId)
      if (this.rooms.size > 0 || this.sweeping === null) return
      clearInterval(this.sweeping)
      this.sweeping = null
    }
  }

  private hear(payload: string): void {
    const notice = PresenceNotice.parse(JSON.parse(payload))
    const room = this.rooms.get(notice.articleId)
    if (room === undefined) return
    const at = now().getTime()
    for (const tab of notice.here ?? []) room.put(tab, at)
    for (const tab of notice.gone ?? []) room.remove(keyOf(tab))
    for (const tab of notice.known ?? []) room.place(tab)
    if (notice.isAsking) void notifyKnown(notice.articleId, room.placedTabs)
  }

  /** Who is there by the rows; where their cursors are, the other processes say. */
  private async catchUp(articleId: string): Promise<void> {
    try {
      const rows = await listPresenceRows([articleId])
      const room = this.rooms.get(articleId)
      for (const { clientId, person, seenAt } of rows) {
        const tab = { clientId, personId: person.id, name: person.name, version: 0, selection: null }
        room?.putUnlessKnown(tab, seenAt.getTime())
      }
      room?.tellAtOnce()
      await notifyAsking(articleId)
    } catch (error) {
      log.debug({ error: error instanceof Error ? error.message : error }, 'presence was not read')
    }
  }

  private async sweep(): Promise<void> {
    const before = now().getTime() - GONE_MILLISECONDS
    for (const room of this.rooms.values()) room.removeUnseenSince(before)
    await sweepPresence().catch(() => undefined)
  }
}

// Loaded with each route that needs it; the rooms of a process are one.
const key = Symbol.for('standfirst.presence.rooms')
const kept = globalThis as unknown as { [key]?: Rooms }

/**
 * Follows who has an article open, in any process: `tell` hears all tabs at once, and again whenever that changes, at most
 * four times a second.
 *
 * @returns stops following
 */
export function followPresence(articleId: string, tell: (tabs: readonly PresentTab[]) => void): () => void {
  kept[key] ??= new Rooms(listen)
  return kept[key].join(articleId, tell)
}
