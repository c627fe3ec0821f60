import type { Node } from 'prosemirror-model'
import { z } from 'zod'
import type { Document } from '../document/document'

/** The coverage of something that goes on, as an edition has it. Times are ISO 8601. */
export const LiveCoverage = z.object({
  startedAt: z.string(),
  /** Null while it goes on. */
  endedAt: z.string().nullable(),
  /** Its entries in the order of the text, each begun by a crosshead, and when readers first had it. */
  entries: z.array(z.object({ heading: z.string(), at: z.string() })),
})
export type LiveCoverage = z.infer<typeof LiveCoverage>

type Entry = LiveCoverage['entries'][number]

/**
 * What the next edition says of its live coverage.
 * @param former what the edition before it said
 * @param at when the next one goes out
 * @returns undefined where the article never was live
 */
export function nextCoverage(
  former: LiveCoverage | undefined,
  { document, isLive, at }: { document: Document; isLive: boolean; at: Date },
): LiveCoverage | undefined {
  if (!isLive && former === undefined) return undefined
  const now = at.toISOString()
  return {
    startedAt: former?.startedAt ?? now,
    endedAt: isLive ? null : (former?.endedAt ?? now),
    entries: entriesOf(document, former?.entries ?? [], now),
  }
}

/** An entry that was there before keeps its time; of two under one heading the lower one is the older. */
function entriesOf(document: Document, before: readonly Entry[], now: string): Entry[] {
  const known = [...before]
  const entries: Entry[] = []
  for (const heading of headingsOf(document).toReversed()) {
    const index = known.findLastIndex((entry) => entry.heading === heading)
    const [former] = index === -1 ? [] : known.splice(index, 1)
    entries.unshift({ heading, at: former?.at ?? now })
  }
  return entries
}

function headingsOf(document: Document): string[] {
  return document.children
    .filter((node) => node.type.name === 'crosshead')
    .map((node) => node.textContent.trim())
    .filter((heading) => heading !== '')
}

/** When readers first had each entry, by its crosshead; empty where the article never was live. */
export function entryTimes(document: Document, { live }: { live?: LiveCoverage | undefined }): Map<Node, Date> {
  const times = new Map<Node, Date>()
  if (live === undefined) return times
  const begins = document.children.filter((node) => node.type.name === 'crosshead' && node.textContent.trim() !== '')
  for (const [index, { at }] of live.entries.entries()) {
    const node = begins[index]
    if (node !== undefined) times.set(node, new Date(at))
  }
  return times
}

/** Each entry with the words below its heading, for machines. */
export function entriesInWords(
  document: Document,
  live: LiveCoverage,
): { heading: string; at: string; words: string }[] {
  const found: { heading: string; at: string; words: string }[] = []
  for (const node of document.children.slice(2)) {
    const text = node.textContent.trim()
    if (node.type.name === 'crosshead' && text !== '') {
      const entry = live.entries[found.length]
      found.push({ heading: text, at: entry?.at ?? live.startedAt, words: '' })
    } else if (text !== '') {
      const entry = found.at(-1)
      if (entry !== undefined) entry.words = entry.words === '' ? text : `${entry.words} ${text}`
    }
  }
  return found
}
