import { AsyncLocalStorage } from 'node:async_hooks'

/** What a page said about its own answer while it was rendered. */
export type Recording = {
  tags: Set<string>
  status: 404 | 410 | null
  movedTo: string | null
  endsAt: Date | null
}

// This module is loaded twice: by the server, and inside Next's bundle. Both must see the same storage.
const key = Symbol.for('standfirst.recording')
const kept = globalThis as unknown as { [key]?: AsyncLocalStorage<Recording> }

function storage(): AsyncLocalStorage<Recording> {
  kept[key] ??= new AsyncLocalStorage<Recording>()
  return kept[key]
}

/** Runs a render; whatever it calls, however deep and however late, writes into the recording. */
export function recordInto<Result>(recording: Recording, render: () => Result): Result {
  return storage().run(recording, render)
}

export function emptyRecording(): Recording {
  return { tags: new Set(), status: null, movedTo: null, endsAt: null }
}

/** The page that is being rendered depends on these: when one of them is purged, the page is rendered again. */
export function recordTags(...tags: string[]): void {
  const recording = storage().getStore()
  if (!recording) return
  for (const name of tags) recording.tags.add(name)
}

/** The page that is being rendered tells the reader that there is nothing (404) or no longer anything (410) here. */
export function answerStatus(status: 404 | 410): void {
  const recording = storage().getStore()
  if (recording) recording.status = status
}

/**
 * The reader is sent to another path of ours for good (301).
 * @throws Error when it is not a path on this site: an address from outside must never get here
 */
export function answerMoved(path: string): void {
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) throw new Error('answerMoved takes a path of this site.')
  const recording = storage().getStore()
  if (recording) recording.movedTo = path
}

/** The page is right only until then (an embargo ends, a warning of age appears). The earliest call counts. */
export function endsAt(date: Date): void {
  const recording = storage().getStore()
  if (recording && (recording.endsAt === null || date < recording.endsAt)) recording.endsAt = date
}
