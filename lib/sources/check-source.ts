import { isUniqueViolation, type Transaction } from '../db/database'
import { Conflict, Invalid, NotFound } from '../errors'
import { newId } from '../ids'
import type { SourceTerms } from './source-words'

type Checked = { terms: SourceTerms; isConfidential: boolean }

/** @throws Invalid for a name that is sealed and printed at once */
export function checkTerms({ terms, isConfidential }: Checked): void {
  if (isConfidential && terms === 'ON_THE_RECORD')
    throw wrong('terms', 'Who speaks on the record is named in print. Choose other terms, or do not seal the name.')
}

/**
 * The people who will be named on a source, each once. Who is named already stays although they left the newsroom.
 * @throws Invalid when nobody is, or somebody who cannot sign in
 */
export async function checkReaders(
  tx: Transaction,
  readerIds: readonly string[],
  before: readonly string[] = [],
): Promise<string[]> {
  const ids = [...new Set(readerIds)]
  if (ids.length === 0) throw wrong('readerIds', 'Name somebody: else nobody could read it any more.')
  const added = ids.filter((id) => !before.includes(id))
  const active = await tx.person.count({ where: { id: { in: added }, status: 'ACTIVE' } })
  if (active < added.length) throw wrong('readerIds', 'Somebody of these is not in the newsroom any more.')
  return ids
}

/**
 * The origin of a source that has what it says from the same place as another; one of its own where there is none.
 * @throws NotFound when the other one is gone
 */
export async function originFor(tx: Transaction, sameOriginAs: string | null): Promise<string> {
  if (sameOriginAs === null) return newId()
  const other = await tx.source.findUnique({ where: { id: sameOriginAs }, select: { originId: true } })
  if (other === null) throw new NotFound('The other source does not exist any more.')
  return other.originId
}

/** Runs a write; that a code name is taken is said at its field. @throws Conflict */
export async function withFreeCodeName<Value>(write: Promise<Value>): Promise<Value> {
  try {
    return await write
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const message = 'Another source is called so.'
    throw new Conflict(message, [{ field: 'codeName', code: 'taken', message, severity: 'blocking' }])
  }
}

function wrong(field: string, message: string): Invalid {
  return new Invalid(message, [{ field, code: 'invalid', message, severity: 'blocking' }])
}
