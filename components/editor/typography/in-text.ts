import type { Conventions } from './conventions'
import { type Change, dashAfter, doubleSign, singleSign } from './signs'

/** A stretch of a text and what belongs there instead. */
export type Edit = { from: number; to: number; insert: string }

const ADDRESS = /(?:https?:\/\/|www\.)[^\s"”»]+|[^\s"]+@[^\s"]+/gi
const SIGN = /"|'|-{2,3}(?!-)|\.{3,}|(?<=\S) (?=[!?;:»])|(?<=«) /g

/** What typing the text anew would have written otherwise, in order. Addresses stay as they are. */
export function editsIn(text: string, conventions: Conventions): Edit[] {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => [index, index + address.length] as const)
  const edits: Edit[] = []
  let before = ''
  let at = 0
  for (const { 0: found, index } of text.matchAll(SIGN)) {
    if (addresses.some(([from, to]) => index >= from && index < to)) continue
    before += text.slice(at, index)
    const to = index + found.length
    const change = signFor(found, before, text.slice(to), conventions)
    at = to
    if (change === null || change.insert === found) {
      before += found
      continue
    }
    before = before.slice(0, before.length - change.remove) + change.insert
    edits.push({ from: index - change.remove, to, insert: change.insert })
  }
  return edits
}

function signFor(found: string, before: string, after: string, conventions: Conventions): Change | null {
  if (found === '"') return doubleSign(before, conventions)
  if (found === "'") return { remove: 0, insert: singleSign(before, after, conventions) }
  if (found === ' ') return space(before, after, conventions)
  if (found.startsWith('.')) return found.length === 3 ? { remove: 0, insert: '…' } : null
  if (before.endsWith('-') || before.endsWith('<!')) return null
  return { remove: 0, insert: found.length === 3 ? '—' : dashAfter(before, conventions) }
}

function space(before: string, after: string, { setsSignsApart, inside }: Conventions): Change | null {
  if (before.endsWith('«')) return inside === '' ? null : { remove: 0, insert: inside }
  if (after.startsWith('»')) return inside === '' ? null : { remove: 0, insert: inside }
  return setsSignsApart ? { remove: 0, insert: after.startsWith(':') ? '\u00a0' : '\u202f' } : null
}
