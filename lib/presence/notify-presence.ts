import { database } from '../db/database'
import { log } from '../log'
import { GATHER_MILLISECONDS } from './pace'
import { keyOf, type PresenceNotice, type PresentTab } from './present-tab'

/** PostgreSQL takes notices of less than 8,000 bytes. */
const MOST_BYTES = 7_000

type Waiting = { tabs: Map<string, PresentTab>; timer: NodeJS.Timeout }

const key = Symbol.for('standfirst.presence.waiting')
const kept = globalThis as unknown as { [key]?: Map<string, Waiting> }

/**
 * Tells every process where a tab's cursor is. What the tabs of one article report within a tenth of a second goes out
 * together, so that twenty people who type cost ten small notices a second.
 */
export function notifyHere(articleId: string, tab: PresentTab): void {
  kept[key] ??= new Map()
  const waiting = kept[key].get(articleId)
  if (waiting !== undefined) {
    waiting.tabs.set(keyOf(tab), tab)
    return
  }
  const timer = setTimeout(() => void flush(articleId), GATHER_MILLISECONDS)
  kept[key].set(articleId, { tabs: new Map([[keyOf(tab), tab]]), timer })
}

/** Tells every process at once that tabs are closed. */
export async function notifyGone(
  articleId: string,
  gone: readonly Pick<PresentTab, 'clientId' | 'personId'>[],
): Promise<void> {
  const waiting = kept[key]?.get(articleId)
  for (const tab of gone) waiting?.tabs.delete(keyOf(tab))
  await notify({ articleId, gone: gone.map(({ clientId, personId }) => ({ clientId, personId })) })
}

/** Asks the other processes where the cursors are. */
export async function notifyAsking(articleId: string): Promise<void> {
  await notify({ articleId, isAsking: true })
}

/** Answers a process that asks. */
export async function notifyKnown(articleId: string, tabs: readonly PresentTab[]): Promise<void> {
  for (const known of inNotices(tabs)) await notify({ articleId, known })
}

async function flush(articleId: string): Promise<void> {
  const waiting = kept[key]?.get(articleId)
  kept[key]?.delete(articleId)
  for (const here of inNotices([...(waiting?.tabs.values() ?? [])])) await notify({ articleId, here })
}

/** Cuts a list of tabs into parts that a notice can carry. */
function inNotices(tabs: readonly PresentTab[]): PresentTab[][] {
  const parts: PresentTab[][] = []
  let bytes = MOST_BYTES
  for (const tab of tabs) {
    const size = Buffer.byteLength(JSON.stringify(tab)) + 1
    if (bytes + size > MOST_BYTES) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(tab)
    bytes += size
  }
  return parts
}

const lastKey = Symbol.for('standfirst.presence.last')
const last = globalThis as unknown as { [lastKey]?: Map<string, Promise<void>> }

/**
 * The notices of one article go out one after the other: "here" must not overtake the "gone" that was said after it, or whoever
 * left would stay until nothing was heard of them for long.
 */
async function notify(notice: PresenceNotice): Promise<void> {
  last[lastKey] ??= new Map()
  const turns = last[lastKey]
  const turn = (turns.get(notice.articleId) ?? Promise.resolve()).then(() => send(notice))
  turns.set(notice.articleId, turn)
  await turn
  if (turns.get(notice.articleId) === turn) turns.delete(notice.articleId)
}

/** A notice that is not heard is made good by the next: nobody fails for it. */
async function send(notice: PresenceNotice): Promise<void> {
  try {
    await database().$executeRaw`SELECT pg_notify('standfirst_presence', ${JSON.stringify(notice)})`
  } catch (error) {
    log.debug({ error: error instanceof Error ? error.message : error }, 'presence was not told')
  }
}
