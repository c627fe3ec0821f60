import type { Transaction } from '@/lib/db/database'
import { type Hub, listen } from '@/lib/db/listen'
import { log } from '@/lib/log'

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
 * Drops what this process keeps of these, at once. Call it right after the commit of what changed.
 * @param newPaths paths that are new to readers and should be rendered before the first of them comes
 */
export function purgeLocally(tags: readonly string[], newPaths: readonly string[] = []): void {
  kept[key]?.purge(tags)
  // After our own: what it asks for next is new.
  keptShared[sharedKey]?.forget(tags, newPaths)
  kept[key]?.warm(newPaths)
}

/** Tells every process to drop these, if and when the transaction commits. */
export async function notifyPurge(tx: Transaction, tags: readonly string[]): Promise<void> {
  for (const payload of payloadsOf([...new Set(tags)])) await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`
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
      const tags = readTags(payload)
      if (tags) cache.purge(tags)
      else cache.purgeAll()
    },
    onGap: () => {
      cache.purgeAll()
      begin()
    },
  })
  return { stop, begun }
}

function payloadsOf(tags: readonly string[]): string[] {
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

function readTags(payload: string): string[] | null {
  try {
    const tags: unknown = JSON.parse(payload)
    if (Array.isArray(tags) && tags.every((name) => typeof name === 'string')) return tags
  } catch {
    // Said below.
  }
  log.error('a purge could not be read: everything is purged')
  return null
}
