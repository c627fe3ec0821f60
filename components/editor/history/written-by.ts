import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { EditorState } from 'prosemirror-state'
import { beforeStep, type Stretch } from '@/lib/document/authorship'
import type { WrittenBy } from '@/lib/history/who-wrote'
import { request } from '../api/request'

/** Words in a row by one person: who, from when to when, and what they say. */
export type Written = {
  from: number
  to: number
  words: string
  /** `you` for words that the server does not have yet, `unknown` for those too far back. */
  by: { kind: 'person'; name: string; restoredBy: string | null } | { kind: 'you' } | { kind: 'unknown' }
  /** ISO 8601, the first and the last of it. */
  since: string | null
  until: string | null
  version: number | null
}

type Span = Omit<Written, 'words'>

/** What is selected, or else the paragraph that the cursor is in. */
export function askedRange(state: EditorState): { from: number; to: number } | null {
  const { selection } = state
  if (!selection.empty) return { from: selection.from, to: selection.to }
  const { $from } = selection
  return $from.parent.isTextblock && $from.parent.content.size > 0 ? { from: $from.start(), to: $from.end() } : null
}

/**
 * Who wrote the words of a range. What is not confirmed yet is this person's own; for the rest the server is asked, at the
 * version and in the positions that it knows.
 *
 * @throws RequestFailed
 */
export async function readWrittenBy(
  articleId: string,
  state: EditorState,
  range: { from: number; to: number },
  signal: AbortSignal,
): Promise<Written[]> {
  const { own, confirmed } = splitOwn(state, range)
  const spans: Span[] = own.map((stretch) => ({
    ...asked(stretch),
    by: { kind: 'you' },
    since: null,
    until: null,
    version: null,
  }))
  if (confirmed.length > 0) {
    const from = Math.min(...confirmed.map((stretch) => stretch.from))
    const to = Math.max(...confirmed.map((stretch) => stretch.to))
    const query = new URLSearchParams({ from: `${from}`, to: `${to}`, version: `${getVersion(state)}` })
    const { authors } = await request<{ authors: WrittenBy[] }>(`/api/documents/${articleId}/authors?${query}`, {
      signal,
    })
    for (const author of authors) for (const stretch of confirmed) spans.push(...within(author, stretch))
  }
  return grouped(spans, state)
}

function splitOwn(state: EditorState, { from, to }: { from: number; to: number }) {
  const own: Stretch[] = []
  let confirmed: Stretch[] = [{ from, to, asked: from }]
  for (const step of (sendableSteps(state)?.steps ?? []).toReversed()) {
    const { wrote, earlier } = beforeStep(confirmed, step.getMap())
    own.push(...wrote)
    confirmed = earlier
  }
  return { own, confirmed }
}

function asked({ from, to, asked }: Stretch): { from: number; to: number } {
  return { from: asked, to: asked + to - from }
}

function within(author: WrittenBy, stretch: Stretch): Span[] {
  const from = Math.max(author.from, stretch.from)
  const to = Math.min(author.to, stretch.to)
  if (from >= to) return []
  const { personId, name, restoredBy, at, version } = author
  return [
    {
      ...asked({ from, to, asked: stretch.asked + from - stretch.from }),
      by: personId === null ? { kind: 'unknown' } : { kind: 'person', name, restoredBy: restoredBy?.name ?? null },
      since: at,
      until: at,
      version,
    },
  ]
}

/** Neighbours by one person are one, whatever time lies between; spans without words are left out. */
function grouped(spans: readonly Span[], state: EditorState): Written[] {
  const groups: Written[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const words = state.doc.textBetween(span.from, span.to, ' ', ' ')
    if (words.trim() === '' && groups.length === 0) continue
    const last = groups.at(-1)
    if (last !== undefined && (words.trim() === '' || isSame(last.by, span.by))) {
      last.words += words
      last.to = span.to
      if (words.trim() === '') continue
      if (span.since !== null && (last.since === null || span.since < last.since)) last.since = span.since
      if (span.until !== null && (last.until === null || span.until > last.until)) last.until = span.until
      if (span.version !== null) last.version = Math.max(last.version ?? 0, span.version)
    } else groups.push({ ...span, words })
  }
  return groups
}

function isSame(one: Written['by'], other: Written['by']): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
