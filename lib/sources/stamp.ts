import type { ClaimEventKind } from '../claims/standing'
import type { SourceKind, SourceTerms } from './source-words'

/** What counts of a source that stands behind a claim: never who it is. */
export type StampSource = { kind: SourceKind; terms: SourceTerms; originId: string; isKnown: boolean }

export type Stamp = {
  code: 'SINGLE_SOURCE' | 'INDEPENDENT_SOURCES' | 'DOCUMENTS_SEEN' | 'NOT_VERIFIED'
  /** "two independent sources" */
  words: string
  /** How many independent sources it tells of: 0 where it tells of none. */
  voices: number
}

/** What says that a claim is so. Who stands behind a denial stands behind the denial alone. */
export const SUPPORTING: readonly ClaimEventKind[] = ['ASSERTED', 'REPEATED', 'CONFIRMED']

/**
 * How sure the paper is of a claim, by rule, from the sources that stand behind it. A pure function; the order makes no difference.
 *
 * - Sources that the paper does not know count for nothing, and so does what is off the record.
 * - People and accounts of one origin are one source.
 * - Documents are seen, and counted as nobody's voice.
 * - Where nothing counts, the claim is not verified by us.
 */
export function stampsFor(sources: readonly StampSource[]): Stamp[] {
  const counted = sources.filter(({ isKnown, terms }) => isKnown && terms !== 'OFF_THE_RECORD')
  const voices = new Set(counted.filter(({ kind }) => kind !== 'DOCUMENT').map(({ originId }) => originId)).size
  const stamps: Stamp[] = []
  if (voices === 1) stamps.push({ code: 'SINGLE_SOURCE', words: 'single source', voices })
  if (voices > 1) stamps.push({ code: 'INDEPENDENT_SOURCES', words: `${inWords(voices)} independent sources`, voices })
  if (counted.some(({ kind }) => kind === 'DOCUMENT'))
    stamps.push({ code: 'DOCUMENTS_SEEN', words: 'documents seen', voices: 0 })
  return stamps.length > 0 ? stamps : [{ code: 'NOT_VERIFIED', words: 'not verified by us', voices: 0 }]
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function inWords(count: number): string {
  return NUMBERS[count - 2] ?? String(count)
}
