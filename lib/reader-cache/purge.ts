import type { Transaction } from '@/lib/db/database'
import { type Hub, listen } from '@/lib/db/listen'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'
import { sqlOn } from '../db/sql'

import type { SharedCache } from './shared-cache'

/** What a purge reaches: the reader cache of a process. */
export type Purgeable = {
  purge(tags: readonly string[]): void
  purgeAll(): void
  warm(paths: readonly string[]): void
}

const channel = 'standfirst_purge'
/** PostgreSQL takes fewer than 8,000 bytes. */
const mostPayloadBytes = 7_500

// This module is loaded twice: by the server, which has the cache, and inside Next's bundle, which purges it.
const key = Symbol.for('standfirst.readerCache')
const kept = globalThis as unknown as { [key]?: Purgeable }

const sharedKey = Symbol.for('standfirst.sharedCache')
const keptShared = globalThis as unknown as { [sharedKey]?: SharedCache }

/**
 * This process hears of its own purges, too, a moment before or after it has done them. Done twice, they would throw away what readers
 * are already waiting for. By the tags that were given out, which are one object until they are purged.
 */
type Ledger = { ids: WeakMap<readonly string[], string>; done: Set<string>; heard: Set<string> }
const ledgerKey = Symbol.for('standfirst.purges')
const keptLedger = globalThis as unknown as { [ledgerKey]?: Ledger }
/** Of earlier ones the notification came long ago, or never will. */
const mostRemembered = 1_000
const idPrefix = 'purge:'

function ledger(): Ledger {
  keptLedger[ledgerKey] ??= { ids: new WeakMap(), done: new Set(), heard: new Set() }
  return keptLedger[ledgerKey]
}

function remember(ids: Set<string>, id: string): void {
  ids.add(id)
  for (const oldest of ids) {
    if (ids.size <= mostRemembered) break
    ids.delete(oldest)
  }
}

/** Makes this the cache in front, which is asked by the process that changed something, and by no other. */
export function installSharedCache(shared: SharedCache): () => void {
  keptShared[sharedKey] = shared
  return () => {
    if (keptShared[sharedKey] === shared) delete keptShared[sharedKey]
  }
}

/** Makes this the cache of the process, the one that `purgeLocally` reaches. */
export function installReaderCache(cache: Purgeable): () => void {
  kept[key] = cache
  return () => {
    if (kept[key] === cache) delete kept[key]
  }
}

/**
 * Drops what this process keeps of these, at once. Call it right after the commit of what changed, with the tags that `notifyPurge` was given.
 * @param newPaths paths that are new to readers and should be rendered before the first of them comes
 */
export function purgeLocally(tags: readonly string[], newPaths: readonly string[] = []): void {
  const { ids, done, heard } = ledger()
  const id = ids.get(tags)
  if (kept[key] !== undefined && (id === undefined || !heard.has(id))) {
    kept[key].purge(tags)
    if (id !== undefined) remember(done, id)
  }
  // After our own: what it asks for next is new.
  keptShared[sharedKey]?.forget(tags, newPaths)
  kept[key]?.warm(newPaths)
}

/** Tells every process to drop these, if and when the transaction commits. */
export async function notifyPurge(tx: Transaction, tags: readonly string[]): Promise<void> {
  const id = idPrefix + newId()
  const [payload, ...more] = payloadsOf([...new Set(tags)], id)
  if (payload === undefined) return
  if (more.length === 0) ledger().ids.set(tags, id)
  for (const each of [payload, ...more]) await sqlOn(tx)`SELECT pg_notify(${channel}, ${each})::text`
}

/**
 * Purges a cache whenever any process says so. When the connection was down, something may have been missed: then everything
 * goes, but only once the database is back; until then readers get what is kept.
 *
 * @param hub the connection to listen on; the process's own if none is given
 * @returns what ends it, and what is fulfilled when it has begun
 */
export function followPurges(cache: Purgeable, hub?: Hub): { stop: () => void; begun: Promise<void> } {
  const subscribe = hub ? hub.listen : listen
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const stop = subscribe(channel, {
    onPayload: (payload) => {
      const purge = readPurge(payload)
      if (purge === null) cache.purgeAll()
      else if (purge.id === undefined) cache.purge(purge.tags)
      else if (!ledger().done.has(purge.id)) {
        cache.purge(purge.tags)
        remember(ledger().heard, purge.id)
      }
    },
    onGap: () => {
      cache.purgeAll()
      begin()
    },
  })
  return { stop, begun }
}

/** What fits into one notification begins with the id of the purge. */
function payloadsOf(tags: readonly string[], id: string): string[] {
  const whole = JSON.stringify([id, ...tags])
  if (tags.length > 0 && Buffer.byteLength(whole) <= mostPayloadBytes) return [whole]
  const payloads: string[] = []
  let part: string[] = []
  for (const name of tags) {
    if (part.length > 0 && Buffer.byteLength(JSON.stringify([...part, name])) > mostPayloadBytes) {
      payloads.push(JSON.stringify(part))
      part = []
    }
    part.push(name)
  }
  if (part.length > 0) payloads.push(JSON.stringify(part))
  return payloads
}

function readPurge(payload: string): { id: string | undefined; tags: string[] } | null {
  try {
    const given: unknown = JSON.parse(payload)
    if (Array.isArray(given) && given.every((name) => typeof name === 'string')) {
      const id = given.find((name) => name.startsWith(idPrefix))
      return { id, tags: given.filter((name) => name !== id) }
    }
  } catch {
    // Said below.
  }
  log.error('a purge could not be read: everything is purged')
  return null
}
