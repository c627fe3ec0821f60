import type { STANDING_WORDS } from '../claim-words'
import { ATTRIBUTION, CONTENT_LEAST, DENIAL, NAMELESS_LEAST, QUESTION, STOP_WORDS, stemOf } from './english'

export type Standing = (typeof STANDING_WORDS)[keyof typeof STANDING_WORDS]

export type CheckedClaim = {
  id: string
  /** The claim in the words of whoever marked it first. */
  statement: string
  /** The words marked in the story, one entry a mark. */
  words: readonly string[]
  /** Who says so. */
  speaker: string
  /** Who denied or disputed it. */
  deniers: readonly string[]
  standing: Standing
}

export type HeadlineFinding = {
  claimId: string
  /** Ready rewordings, best first; each passes the check itself. */
  rewordings: string[]
}

/**
 * The claims that a line states as fact although nobody has confirmed them: it shares their names and what they are about, and neither
 * says who says so, nor denies or asks it, nor puts it in quotation marks. By words alone: docs/headline-check.md says what that misses.
 *
 * @param line a headline, a standfirst, a text for cards; one line or a few sentences
 */
export function checkHeadline(line: string, claims: readonly CheckedClaim[]): HeadlineFinding[] {
  return claims
    .filter((claim) => claim.standing !== 'confirmed' && sentencesOf(line).some((sentence) => states(sentence, claim)))
    .map((claim) => ({ claimId: claim.id, rewordings: rewordingsOf(line, claim) }))
}

function sentencesOf(line: string): string[] {
  return line.split(/(?<=[.!?]["”’]?)\s+(?=["“‘]?\p{Lu})/u).filter((sentence) => sentence.trim() !== '')
}

function states(sentence: string, claim: CheckedClaim): boolean {
  if (QUESTION.test(sentence.trim()) || isOfSomebody(sentence, claim)) return false
  const said = contentOf(withoutQuoted(sentence))
  return [claim.statement, ...claim.words].some((words) => isAbout(said, contentOf(words)))
}

/**
 * The sentence says who says so, or that it is not so. Words of saying and denying that the claim itself has are part of the claim: "the
 * minister told nobody". Those behind the name of whoever speaks or denies count always.
 */
function isOfSomebody(sentence: string, claim: CheckedClaim): boolean {
  const own = new Set(`${claim.statement} ${claim.words.join(' ')}`.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [])
  const isSaid = (rule: RegExp) =>
    [...sentence.matchAll(new RegExp(rule.source, 'giu'))].some(({ 0: said, index }) => {
      if (!own.has(said.trim().toLowerCase())) return true
      const before = sentence.slice(0, index).trim().split(/\s+/u).at(-1)?.toLowerCase() ?? ''
      return [claim.speaker, ...claim.deniers].some((name) => name.toLowerCase().split(' ').at(-1) === before)
    })
  return isSaid(ATTRIBUTION) || isSaid(DENIAL)
}

/**
 * Enough of what the line is about is what the claim is about: three words of it, or all of a line that has two. Without a name among
 * them, where the claim has one, nearly the whole line has to be.
 */
function isAbout(line: ReadonlyMap<string, Weight>, claim: ReadonlyMap<string, Weight>): boolean {
  const shared = [...claim].filter(([stem]) => line.has(stem))
  const hasName = [...claim.values()].some(({ isName }) => isName)
  const isNamed = !hasName || shared.some(([, { isName }]) => isName)
  const share = weightOf(new Map(shared)) / Math.max(1, Math.min(weightOf(line), weightOf(claim)))
  return (
    shared.length >= Math.min(3, line.size) && shared.length >= 2 && share >= (isNamed ? CONTENT_LEAST : NAMELESS_LEAST)
  )
}

type Weight = { isName: boolean }

function weightOf(content: ReadonlyMap<string, Weight>): number {
  return [...content.values()].reduce((sum, { isName }) => sum + (isName ? 1.5 : 1), 0)
}

/** What words are about, by their stems. A name is what has a capital where no sentence begins. */
function contentOf(text: string): Map<string, Weight> {
  const content = new Map<string, Weight>()
  let isFirst = true
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)) {
    const plain = word.toLowerCase().replace(/[’']s?$/u, '')
    const isName = !isFirst && /^\p{Lu}/u.test(word)
    isFirst = false
    if (STOP_WORDS.has(plain)) continue
    const stem = stemOf(plain)
    content.set(stem, { isName: isName || content.get(stem)?.isName === true })
  }
  return content
}

/** The line without what stands between quotation marks. An apostrophe is none: it has a letter before it. */
function withoutQuoted(line: string): string {
  return line.replace(/“[^”]*”|"[^"]*"|(?<!\p{L})‘[^‘]*?’(?!\p{L})|(?<!\p{L})'[^']*?'(?!\p{L})/gu, ' ')
}

function rewordingsOf(line: string, claim: CheckedClaim): string[] {
  const said = line.trim().replace(/[.!]+$/u, '')
  const begun = `${claim.statement} ${claim.words.join(' ')} ${claim.deniers.join(' ')}`
  const first = /^[\p{L}’'-]+/u.exec(said)?.[0] ?? ''
  const isName =
    new RegExp(`(?<=\\S\\s)${first.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}])`, 'u').test(begun) &&
    /^\p{Lu}/u.test(first)
  const inside = isName || /^\p{Lu}{2}/u.test(first) ? said : said.charAt(0).toLowerCase() + said.slice(1)
  const speaker = claim.speaker.split(' ').at(-1) ?? claim.speaker
  const isTwoWords =
    /\b(?:council|ministry|police|court|party|union|bank|group|department|government|university)\b/iu.test(
      claim.speaker,
    )
  const name = isTwoWords ? claim.speaker : speaker
  return [`${name} says ${inside}`, `‘${said}’, says ${name}`].filter(
    (reworded) => !sentencesOf(reworded).some((sentence) => states(sentence, claim)),
  )
}
