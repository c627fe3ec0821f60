import type { Mark } from 'prosemirror-model'
import { attributionOf, dayInWords, ORIGIN_WORDS, type Origin } from '../attribution'
import type { SameWords } from './compare-words'
import type { HeadlineOf } from './rows'
import type { Inline } from './tokens'

/** One kind of mark that came, went or became another on some words that stayed. */
type MarkChange = { name: string; was: Mark | null; is: Mark | null; words: string }

/**
 * Tells in sentences what happened to the marks on words that stand in both texts.
 */
export function markNotes(before: Inline, after: Inline, same: readonly SameWords[], headlineOf: HeadlineOf): string[] {
  const notes = same
    .flatMap((stretch) => changesIn(before, after, stretch))
    .map((change) => sentence(change, headlineOf))
  return [...new Set(notes.filter((note) => note !== null))]
}

function changesIn(before: Inline, after: Inline, { a, b, length }: SameWords): MarkChange[] {
  const done: MarkChange[] = []
  let open = new Map<string, MarkChange>()
  for (let at = 0; at < length; ) {
    const was = stretchAt(before, a + at)
    const is = stretchAt(after, b + at)
    const end = Math.min(length, was.to - a, is.to - b)
    const words = after.text.slice(b + at, b + end)
    const here = new Map<string, MarkChange>()
    for (const [name, change] of changedMarks(was.marks, is.marks)) {
      const earlier = open.get(name)
      const isSame = earlier !== undefined && isSameMark(earlier.was, change.was) && isSameMark(earlier.is, change.is)
      if (isSame) earlier.words += words
      const kept = isSame ? earlier : { ...change, words }
      if (!isSame) done.push(kept)
      here.set(name, kept)
    }
    open = here
    at = end
  }
  return done
}

function stretchAt(inline: Inline, at: number): { to: number; marks: readonly Mark[] } {
  return inline.stretches.find(({ from, to }) => from <= at && at < to) ?? { to: inline.text.length, marks: [] }
}

function* changedMarks(was: readonly Mark[], is: readonly Mark[]): Generator<[string, Omit<MarkChange, 'words'>]> {
  for (const mark of was) {
    if (mark.isInSet(is)) continue
    const now = is.find((other) => other.type === mark.type && !other.isInSet(was)) ?? null
    yield [mark.type.name, { name: mark.type.name, was: mark, is: now }]
  }
  for (const mark of is) {
    if (mark.isInSet(was) || was.some((other) => other.type === mark.type && !other.isInSet(is))) continue
    yield [mark.type.name, { name: mark.type.name, was: null, is: mark }]
  }
}

function isSameMark(one: Mark | null, other: Mark | null): boolean {
  return one === other || (one !== null && other !== null && one.eq(other))
}

function sentence({ name, was, is, words }: MarkChange, headlineOf: HeadlineOf): string | null {
  const quoted = `‘${short(words)}’`
  switch (name) {
    case 'bold':
    case 'italic':
      return is === null ? `${quoted} no longer ${name}.` : `${quoted} made ${name}.`
    case 'link':
      if (is === null) return `Link taken off ${quoted}.`
      return was === null
        ? `Link put on ${quoted}, to ${targetOf(is, headlineOf)}.`
        : `Link on ${quoted} now leads to ${targetOf(is, headlineOf)}.`
    case 'quote':
      return quoteSentence(quoted, was, is)
    case 'annotation':
      if (is === null) return `Explanation taken off ${quoted}.`
      return was === null ? `Explanation put on ${quoted}.` : `Explanation of ${quoted} changed.`
    case 'comment':
      return is === null ? `Comment on ${quoted} no longer in the text.` : `Comment on ${quoted}.`
    case 'claim':
      return is === null ? `${quoted} no longer marked as a claim.` : `${quoted} marked as a claim.`
    case 'toDo':
      return is === null ? `${quoted} no longer marked as to do.` : `${quoted} marked as to do.`
    case 'inserted':
      return is === null ? `Suggestion taken: ${quoted} put in.` : `${quoted} became a suggestion.`
    case 'removed':
      return is === null ? `Suggestion to take out ${quoted} settled: it stays.` : `Suggested to take out ${quoted}.`
    case 'reformatted':
      return is === null
        ? `Suggestion about the look of ${quoted} settled.`
        : `Suggested to change the look of ${quoted}.`
    default:
      return `Marks on ${quoted} changed.`
  }
}

/** Who says it, and of what the newsroom alone sees only what became another. */
function quoteSentence(quoted: string, was: Mark | null, is: Mark | null): string {
  if (is === null) return `${quoted} no longer marked as quoted.`
  const [before, now] = [was && attributionOf(was.attrs), attributionOf(is.attrs)]
  const { speaker, origin, saidOn, form } = now
  const said = form === 'paraphrase' ? 'paraphrased' : 'quoted'
  const parts = [
    ...(before !== null && before.form !== form ? [`is now ${said}`] : []),
    ...(before === null && speaker === '' ? [`marked as ${said}`] : []),
    ...(before?.speaker === speaker || (before === null && speaker === '')
      ? []
      : [speaker === '' ? 'has no speaker any more' : `is said by ${speaker}`]),
    ...(before === null && speaker !== '' && form === 'paraphrase' ? ['paraphrased'] : []),
    ...((before?.origin ?? '') === origin
      ? []
      : [origin === '' ? 'origin taken off' : `origin: ${originName(origin)}`]),
    ...((before?.saidOn ?? '') === saidOn ? [] : [saidOn === '' ? 'date taken off' : `said on ${dayInWords(saidOn)}`]),
  ]
  return `${quoted} ${parts.length === 0 ? `marked as ${said}` : parts.join(', ')}.`
}

function originName(origin: Origin): string {
  return ORIGIN_WORDS[origin].toLowerCase()
}

function targetOf(link: Mark, headlineOf: HeadlineOf): string {
  const { articleId, href } = link.attrs as { articleId: string | null; href: string | null }
  if (articleId === null) return href ?? 'nothing'
  const headline = headlineOf(articleId)
  return headline === undefined ? 'another article' : `‘${short(headline)}’`
}

const MOST = 60

/** Enough of some words to recognise them. */
export function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= MOST ? line : `${line.slice(0, MOST - 1).replace(/\s+\S*$/, '')}…`
}
