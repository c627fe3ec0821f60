import { clauseBreak } from './english'
import { isAttributed } from './is-attributed'
import { matchClaim } from './match-claim'
import { readWords, straighten, type Word, withDigits } from './read-words'
import { rewordings } from './rewordings'

export type Standing =
  | 'asserted'
  | 'repeated'
  | 'denied'
  | 'denied, repeated'
  | 'disputed'
  | 'confirmed'
  | 'withdrawn'
  | 'corrected'

export type CheckedClaim = {
  id: string
  /** the claim in the marker's words */
  statement: string
  /** the words marked in the story, one entry per mark */
  words: string[]
  /** who says so */
  speaker: string
  /** who denied or disputed it */
  deniers: string[]
  standing: Standing
}

export type HeadlineFinding = {
  claimId: string
  /** the words of the headline that state it */
  stated: string
  /** ready rewordings, best first, each passes the check itself */
  rewordings: string[]
}

/** The claims that a headline states as fact although they are not confirmed. Never throws. Every language is read as English. */
export function checkHeadline(line: string, claims: readonly CheckedClaim[]): HeadlineFinding[] {
  const clauses = clausesOf(line)
  return claims.flatMap((claim) => {
    const stated = statedIn(line, clauses, claim)
    if (stated === undefined) return []
    const passing = rewordings(line, claim).filter((each) => statedIn(each, clausesOf(each), claim) === undefined)
    return [{ claimId: claim.id, stated, rewordings: passing }]
  })
}

type Clause = { text: string; words: Word[] }

function statedIn(line: string, clauses: Clause[], claim: CheckedClaim): string | undefined {
  if (claim.standing === 'confirmed' || line.trim() === '') return undefined
  if (line.trim() === claim.statement.trim()) return line.trim()
  if (isStatementAfterSays(line, claim.statement)) return undefined
  for (const { text, words } of clauses) {
    const found = matchClaim(words, claim)
    const [first, last] = [found[0], found.at(-1)]
    if (first && last && !isAttributed(text, claim, found)) return text.slice(first.from, last.to)
  }
  return undefined
}

function isStatementAfterSays(line: string, statement: string): boolean {
  const [, said] = /^.{1,80}? says (?:that )?(.+)$/s.exec(line.trim()) ?? []
  return said !== undefined && said.toLowerCase() === statement.trim().toLowerCase()
}

function clausesOf(line: string): Clause[] {
  const inQuotes = [...straighten(line).matchAll(/"[^"]*"|(?<!\w)'(?=\S)[^"]+?'(?!\w)/g)]
  const breaks = [...line.matchAll(clauseBreak)].filter(
    ({ index }) => !inQuotes.some((quote) => index > quote.index && index < quote.index + quote[0].length),
  )
  const starts = [0, ...breaks.map((cut) => cut.index + cut[0].length)]
  return starts.map((start, at) => {
    const text = withDigits(line.slice(start, breaks[at]?.index))
    return { text, words: readWords(text) }
  })
}
