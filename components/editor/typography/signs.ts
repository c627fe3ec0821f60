import type { Conventions } from './conventions'

export const APOSTROPHE = '’'

/** The end of what stands before is taken back by `remove` characters, then `insert` is written. */
export type Change = { remove: number; insert: string }

/**
 * The double quotation mark for a straight one. Null when it is no quotation mark: after a figure it measures.
 *
 * @param before the words in front of it, already with the right signs
 */
export function doubleSign(before: string, { double, single, inside }: Conventions): Change | null {
  const isOpen = isUnclosed(before, double)
  if (!isOpen && /\d$/.test(before)) return null
  const opens = isOpen
    ? isFresh(before, [single[0]]) && !endsInDash(before) && inside === ''
    : isFresh(before, [single[0]])
  if (opens) return { remove: 0, insert: double[0] + inside }
  // Somebody who sets the words apart by hand has typed the space already.
  const typed = inside !== '' && /[ \u00a0\u202f]$/.test(before) ? 1 : 0
  return { remove: typed, insert: inside + double[1] }
}

/**
 * The apostrophe or single quotation mark for a straight one.
 *
 * @param after what follows, or null while nobody has typed it yet
 */
export function singleSign(
  before: string,
  after: string | null,
  { double, single, inside, elided }: Conventions,
): string {
  if (isFresh(before, [double[0] + inside]))
    return after !== null && beginsElided(after, elided) ? APOSTROPHE : single[0]
  if (after !== null && /^\p{L}/u.test(after)) return APOSTROPHE
  return isUnclosed(before, single) ? single[1] : APOSTROPHE
}

/** "90s", "n' roll": what an apostrophe stands before, not a quotation mark. */
function beginsElided(after: string, elided: RegExp | null): boolean {
  if (elided === null) return false
  if (/^\d\ds?(?![\p{L}\d])/u.test(after)) return /^\d\d(?:s|[.,;:!?)])/.test(after)
  const [word = ''] = /^\p{L}+/u.exec(after) ?? []
  return elided.test(word) && !(word.toLowerCase() === 'n' && !/^n['’]/i.test(after))
}

/** Does a new word or sentence begin here? */
function isFresh(before: string, openSigns: readonly string[]): boolean {
  return before === '' || /[\s([{<\-–—/\ufffc]$/.test(before) || openSigns.some((sign) => before.endsWith(sign))
}

function endsInDash(before: string): boolean {
  return /[–—]$/.test(before)
}

/** Has a quotation begun that has not ended? */
function isUnclosed(before: string, [open, close]: readonly [string, string]): boolean {
  if (open === close) return before.split(open).length % 2 === 0
  let depth = 0
  for (const sign of before) {
    if (sign === open) depth += 1
    else if (sign === close && depth > 0) depth -= 1
  }
  return depth > 0
}

/** The dash for two hyphens: between figures it is a range in every language. */
export function dashAfter(before: string, { dash }: Conventions): string {
  return /\d$/.test(before) ? '–' : dash
}

/** Is this the middle of an address, where every sign is meant? */
export function isInAddress(before: string): boolean {
  return /(?:https?:\/\/|www\.|\S@)[^\s"”»]*$/i.test(before)
}
