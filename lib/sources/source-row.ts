import { CannotOpen } from '../errors'
import { type Box, unseal } from './seal'
import { sourceKeys } from './source-keys'
import type { SourceKind, SourceTerms } from './source-words'

/** A source as anybody of the newsroom may see it. */
export type SourceRow = {
  id: string
  codeName: string
  kind: SourceKind
  terms: SourceTerms
  isConfidential: boolean
  isKnown: boolean
  /** Whether the person who asks is named on it. */
  isMine: boolean
  /** Null for a confidential source, and for one that cannot be opened. */
  name: string | null
}

export type RowOfSource = Omit<SourceRow, 'name'> & Box

/** What everybody may see of a source; only of one that is not confidential the name is opened. */
export function shown({ sealed, keyId, ...row }: RowOfSource): SourceRow {
  return { ...row, name: row.isConfidential ? null : nameIn({ sealed, keyId }, row.id) }
}

/** The name that is sealed; null where it cannot be opened, so that one broken row breaks no list. */
export function nameIn(box: Box, sourceId: string): string | null {
  try {
    return unseal(box, sourceId, sourceKeys()).name
  } catch (error) {
    if (error instanceof CannotOpen) return null
    throw error
  }
}
