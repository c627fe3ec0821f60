import type { Conventions } from './conventions'
import { APOSTROPHE, type Change, dashAfter, doubleSign, isInAddress, singleSign } from './signs'

/**
 * What the key that was just pressed should have written. Null when the words may stay as they are.
 *
 * @param text the words of the block up to the cursor; the last character is the one that was typed
 */
export function whileTyping(text: string, conventions: Conventions): Change | null {
  const typed = text.at(-1)
  if (typed === undefined || typed === '\n') return null
  const before = text.slice(0, -1)
  if (typed === '"') return afterTyped(1, doubleSign(before, conventions))
  if (isInAddress(text)) return null
  if (typed === "'") return elidedN(text, conventions) ?? { remove: 1, insert: singleSign(before, null, conventions) }
  return (
    dash(text, conventions) ??
    ellipsis(text) ??
    spaceBeforeSign(text, conventions) ??
    apostropheAfterAll(text, conventions)
  )
}

/** The typed sign goes with what the change takes back. */
function afterTyped(length: number, change: Change | null): Change | null {
  return change === null ? null : { remove: change.remove + length, insert: change.insert }
}

/** rock ’n’ roll: only the second apostrophe tells that the first was one. */
function elidedN(text: string, { elided }: Conventions): Change | null {
  const [, n] = /(?:^|[\s-])‘(n)'$/i.exec(text) ?? []
  return n === undefined || elided?.test(n) !== true ? null : { remove: 3, insert: `${APOSTROPHE}${n}${APOSTROPHE}` }
}

function dash(text: string, conventions: Conventions): Change | null {
  // Three hyphens on an empty line are a divider, so two wait there for what comes next.
  const [, first] = /^--([^-])$/.exec(text) ?? []
  if (first !== undefined) return { remove: 3, insert: conventions.dash + first }
  if (/[–—]-$/.test(text)) return { remove: 2, insert: '—' }
  const [, before] = /^(.*[^-])--$/s.exec(text) ?? []
  if (before === undefined || before.endsWith('<!') || before.endsWith('\n')) return null
  return { remove: 2, insert: dashAfter(before, conventions) }
}

function ellipsis(text: string): Change | null {
  return /(?:^|[^.])\.\.\.$/.test(text) ? { remove: 3, insert: '…' } : null
}

function spaceBeforeSign(text: string, { setsSignsApart, inside }: Conventions): Change | null {
  const [, sign] = /\S ([!?;:»])$/.exec(text) ?? []
  if (setsSignsApart && sign !== undefined) return { remove: 2, insert: (sign === ':' ? '\u00a0' : '\u202f') + sign }
  return inside !== '' && text.endsWith('« ') ? { remove: 1, insert: inside } : null
}

/** What looked like the beginning or the end of a quotation, until somebody typed on. */
function apostropheAfterAll(text: string, { single: [open, close], elided }: Conventions): Change | null {
  if (close !== APOSTROPHE && new RegExp(`\\p{L}${close}\\p{L}$`, 'u').test(text))
    return { remove: 2, insert: APOSTROPHE + text.at(-1) }
  if (elided === null) return null
  const [decade] = new RegExp(`(?<=^|[\\s([–—-])${open}\\d\\d[s.,;:!?)]$`).exec(text) ?? []
  if (decade !== undefined) return { remove: decade.length, insert: APOSTROPHE + decade.slice(1) }
  const [begun, word] = new RegExp(`(?<=^|[\\s([–—-])${open}(\\p{L}+)[^\\p{L}\\d'’-]$`, 'u').exec(text) ?? []
  const isElided = begun !== undefined && word !== undefined && elided.test(word) && word.toLowerCase() !== 'n'
  return isElided ? { remove: begun.length, insert: APOSTROPHE + begun.slice(1) } : null
}
