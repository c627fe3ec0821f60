import { now } from '../clock'
import { listen } from '../db/listen'
import { GONE_MILLISECONDS } from './pace'
import { keyOf, PresenceNotice } from './present-tab'

type Door = {
  tellers: Set<(articleId: string) => void>
  /** When each tab was heard of last. */
  heard: Map<string, number>
  stop: () => void
}

/** So many tabs, and those of which nothing was heard for long are forgotten. */
const TABS_MANY = 2_000

const key = Symbol.for('standfirst.presence.door')
const kept = globalThis as unknown as { [key]?: Door | undefined }

/**
 * Says of which article somebody came or went, in whichever process: where cursors are is no news. Who vanishes without a word is not told
 * of.
 *
 * @returns stops telling
 */
export function watchArrivals(tell: (articleId: string) => void): () => void {
  kept[key] ??= open()
  const door = kept[key]
  door.tellers.add(tell)
  return () => {
    door.tellers.delete(tell)
    if (door.tellers.size > 0) return
    door.stop()
    if (kept[key] === door) kept[key] = undefined
  }
}

/** One that listens for all boards of this process. */
function open(): Door {
  const door: Door = { tellers: new Set(), heard: new Map(), stop: () => undefined }
  door.stop = listen('standfirst_presence', (payload) => {
    const notice = PresenceNotice.safeParse(parse(payload)).data
    if (notice === undefined || !isNews(door.heard, notice)) return
    for (const tell of door.tellers) tell(notice.articleId)
  })
  return door
}

function isNews(heard: Map<string, number>, { articleId, here = [], gone = [] }: PresenceNotice): boolean {
  const at = now().getTime()
  for (const tab of gone) heard.delete(`${articleId} ${keyOf(tab)}`)
  const names = here.map((tab) => `${articleId} ${keyOf(tab)}`)
  const hasCome = names.some((name) => at - (heard.get(name) ?? 0) > GONE_MILLISECONDS)
  for (const name of names) heard.set(name, at)
  if (heard.size > TABS_MANY)
    for (const [name, heardAt] of heard) if (at - heardAt > GONE_MILLISECONDS) heard.delete(name)
  return hasCome || gone.length > 0
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}
