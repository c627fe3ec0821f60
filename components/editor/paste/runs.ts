import type { Run } from './blocks'

type Marks = Omit<Run, 'text'>

const PLAIN: Marks = { isBold: false, isItalic: false, href: null }

// Characters that nobody sees and nobody meant: controls, half characters, marks of byte order, soft hyphens, placeholders of objects.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\ufeff\ufffc]|\p{Surrogate}/gu
// Between letters of these scripts it says where a line may break.
const ZERO_WIDTH_SPACE =
  /(?<![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])\u200b|\u200b(?![\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}])/gu

/** Text without the characters that a person neither sees nor means. */
export function seenText(text: string): string {
  return text.replace(UNSEEN, '').replace(ZERO_WIDTH_SPACE, '')
}

const BREAK = /[^\S\n]*\n\s*/g
const SPACES = /\s+/g

/** The paragraphs in a stretch of words: an empty line is where one ends. Those without words are left out. */
export function paragraphsIn(runs: readonly Run[]): Run[][] {
  return split(runs)
    .map(tidy)
    .filter((paragraph) => paragraph.length > 0)
}

/** The same words in one line. */
export function inOneLine(runs: readonly Run[]): Run[] {
  return tidy(runs.map((run) => ({ ...run, text: run.text.replace(BREAK, ' ') })))
}

/** Tidied without losing the space at either end: the words go into the middle of others. */
export function insideWords(runs: readonly Run[]): Run[] {
  const whole = textOf(runs)
  const tidied = tidy(runs)
  if (tidied.length === 0) return tidied
  const space = (isThere: boolean): Run[] => (isThere ? [{ ...PLAIN, text: ' ' }] : [])
  return merge([...space(/^[^\S\n]/.test(whole)), ...tidied, ...space(/[^\S\n]$/.test(whole))])
}

export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

function split(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = []
  let at = 0
  for (const gap of textOf(runs).matchAll(BREAK)) {
    if (gap[0].split('\n').length < 3) continue
    paragraphs.push(cut(runs, at, gap.index))
    at = gap.index + gap[0].length
  }
  return [...paragraphs, cut(runs, at, Number.POSITIVE_INFINITY)]
}

function cut(runs: readonly Run[], from: number, to: number): Run[] {
  const piece: Run[] = []
  let at = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (text !== '') piece.push({ ...run, text })
    at += run.text.length
  }
  return piece
}

/** One space where there were several, none at the ends, and white space marked only where the words on both sides are. */
function tidy(runs: readonly Run[]): Run[] {
  const whole = textOf(runs)
  const words: Run[] = []
  let at = 0
  let gap = ''
  for (const found of whole.matchAll(/\S+/g)) {
    gap = whole.slice(at, found.index)
    const pieces = cut(runs, found.index, found.index + found[0].length)
    const before = words.at(-1)
    const first = pieces[0]
    if (before !== undefined && first !== undefined && gap !== '')
      words.push({ ...shared(before, first), text: gapText(gap, before.text, first.text) })
    words.push(...pieces)
    at = found.index + found[0].length
  }
  return merge(words)
}

function gapText(gap: string, before: string, after: string): string {
  if (gap.includes('\n')) return gap.replace(BREAK, '\n')
  return gap.length === 1 && isMeant(gap, before, after) ? gap : gap.replace(SPACES, ' ')
}

/**
 * Office programs and web editors write no-break spaces where somebody pressed the space bar. One is meant where typography
 * asks for it: beside a figure, a sign, a quotation mark, after an abbreviation or a single letter. Narrow, thin and wide
 * spaces are no accident.
 */
function isMeant(gap: string, before: string, after: string): boolean {
  if (gap !== '\u00a0') return gap !== ' '
  return /(?:\d|[«‹§№–—]|\p{L}\.|(?:^|[^\p{L}])\p{L})$/u.test(before) || /^(?:[!?:;»›%‰€$£°–—])/.test(after)
}

function shared(one: Run, other: Run): Marks {
  return {
    isBold: one.isBold && other.isBold,
    isItalic: one.isItalic && other.isItalic,
    href: one.href === other.href ? one.href : null,
  }
}

function merge(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const isSame =
      last !== undefined && last.isBold === run.isBold && last.isItalic === run.isItalic && last.href === run.href
    if (isSame) last.text += run.text
    else merged.push({ ...run })
  }
  return merged
}
