import type { CheckedClaim } from './check-headline'
import { adverbs, denying, question, reporting, sourceNouns } from './english'
import { straighten, type Word } from './read-words'

/** Whether a clause leaves the claim to somebody, denies it, or asks. */
export function isAttributed(clause: string, claim: CheckedClaim, found: Word[]): boolean {
  const text = straighten(clause).toLowerCase().trim()
  if (question.test(text) || adverbs.test(text)) return true
  if (denying.test(text) && !denying.test(claim.statement.toLowerCase())) return true
  return isLedIn(text, claim, found) || isSignedOff(text, claim)
}

function isLedIn(text: string, claim: CheckedClaim, found: Word[]): boolean {
  const verb = reporting.exec(text)
  if (verb && verb.index > 0 && found.some((word) => word.from > verb.index)) return true
  const colon = text.indexOf(':')
  return colon > 0 && isSource(text.slice(0, colon), claim)
}

function isSignedOff(text: string, claim: CheckedClaim): boolean {
  const tail = /[,:]\s([^,:]+)$/.exec(text)?.[1]
  return tail !== undefined && (isSource(tail, claim) || (reporting.test(tail) && tail.split(' ').length <= 6))
}

function isSource(text: string, claim: CheckedClaim): boolean {
  const surname = claim.speaker.toLowerCase().trim().split(/\s+/).at(-1)
  return (
    sourceNouns.test(text) || (surname !== '' && text.split(/\s+/).length <= 4 && text.split(/\s+/).at(-1) === surname)
  )
}
