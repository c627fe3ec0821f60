import { isUniqueViolation, type Transaction } from '../db/database'
import { Conflict } from '../errors'

/**
 * Two templates that differ in capitals alone would be taken for each other.
 * @param ownId the template that may keep its name
 * @throws Conflict
 */
export async function refuseTakenName(tx: Transaction, name: string, ownId?: string): Promise<void> {
  const same = await tx.template.findFirst({ where: { name: { equals: name, mode: 'insensitive' } } })
  if (same !== null && same.id !== ownId) throw taken(same.name)
}

/** Of two who give the same name at once, the database lets one through. */
export async function refusingTakenName<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    if (isUniqueViolation(error)) throw taken('this name')
    throw error
  }
}

function taken(name: string): Conflict {
  const message = `There is a template “${name}” already.`
  return new Conflict(message, [{ field: 'name', code: 'name-taken', message, severity: 'blocking' }])
}
