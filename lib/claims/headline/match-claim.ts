import type { CheckedClaim } from './check-headline'
import { readWords, type Word, withDigits } from './read-words'

/** Of the content words of a clause, the share that has to be the claim's. */
const ENOUGH = 0.6
const ENOUGH_FOR_ANOTHER_VERB = 0.8

/** The words of a clause that state the claim outside quotation marks, or none. */
export function matchClaim(clause: Word[], claim: CheckedClaim): Word[] {
  return (
    [claim.statement, ...claim.words].map((text) => matchText(clause, text)).find((found) => found.length > 0) ?? []
  )
}

function matchText(clause: Word[], text: string): Word[] {
  const spoken = clause.filter((word) => !word.quoted)
  const claim = wordsOf(text)
  const notions = new Set(claim.map((word) => word.notion))
  const quotesClaim = clause.some((word) => word.quoted && notions.has(word.notion))
  const found = spoken.filter((word) => notions.has(word.notion))
  const subject = subjectOf(claim)
  if (subject.size > 0 && !found.some((word) => subject.has(word.notion))) return []
  const names = new Map(claim.map((word, at) => [word.notion, word.capital ? runStart(claim, at) : -1]))
  const deeds = new Set(found.filter((word) => names.get(word.notion) === -1).map((word) => word.notion))
  const runs = new Set(found.map((word) => names.get(word.notion)).filter((run) => run !== -1))
  const weight = deeds.size + runs.size
  const strange = spoken.filter((word, at) => !notions.has(word.notion) && !isForename(spoken, at, found)).length
  if (deeds.size === 0) return []
  const share = found.length / (found.length + strange)
  if (weight >= 3 && share >= (hasOtherVerb(spoken, subject, notions) ? ENOUGH_FOR_ANOTHER_VERB : ENOUGH)) return found
  return weight === 2 && strange === 0 && !quotesClaim ? found : []
}

const CLAIMS_KEPT = 200
const kept = new Map<string, Word[]>()

/** Claims stay while a headline is typed: their words are read once, and forgotten together when there are too many. */
function wordsOf(text: string): Word[] {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= CLAIMS_KEPT) kept.clear()
  const words = readWords(withDigits(text))
  kept.set(text, words)
  return words
}

/** A first name is no other matter where the claim gives the surname only. */
function isForename(spoken: Word[], at: number, found: Word[]): boolean {
  const next = spoken[at + 1]
  return at === 0 && spoken[at]?.capital === true && next?.capital === true && found.includes(next)
}

/** Whether the word after the subject is not the claim's: the headline is likely about another deed. */
function hasOtherVerb(spoken: Word[], subject: Set<string>, notions: Set<string>): boolean {
  const at = spoken.findLastIndex((word) => subject.has(word.notion))
  const next = spoken[at + 1]
  return at >= 0 && next !== undefined && !notions.has(next.notion)
}

/** Whom the claim is about: its first name and the role in front of it; empty where no name opens it. */
function subjectOf(claim: Word[]): Set<string> {
  const first = claim.findIndex((word, at) => word.capital && (at > 0 || claim[1]?.capital || claim.length < 7))
  if (first < 0 || first > 3) return new Set()
  let end = first
  while (claim[end]?.capital) end += 1
  return new Set(claim.slice(0, end).map((word) => word.notion))
}

function runStart(claim: Word[], at: number): number {
  let start = at
  while (claim[start - 1]?.capital) start -= 1
  return start
}
