import type { Database, Transaction } from '../db/database'
import { Invalid, NotFound } from '../errors'
import { type BylineRow, bylineColumns } from './byline'

type Pair = { from: BylineRow; into: BylineRow }

/**
 * Two bylines of which one is to take in the other.
 *
 * @param id what vanishes
 * @param intoId what stays
 * @throws NotFound when one of them is gone
 * @throws Invalid when they are one, or when somebody signs in under each
 */
export async function pairOfBylines(tx: Transaction | Database, id: string, intoId: string): Promise<Pair> {
  const rows = await tx.byline.findMany({ where: { id: { in: [id, intoId] } }, select: bylineColumns })
  const from = rows.find((row) => row.id === id)
  const into = rows.find((row) => row.id === intoId)
  if (from === undefined || into === undefined) throw new NotFound('One of the two does not exist any more.')
  if (from === into) throw new Invalid('Choose another one to merge it into.')
  if (from.personId !== null && into.personId !== null)
    throw new Invalid(
      `Somebody signs in as “${from.name}”, and somebody as “${into.name}”. Two logins cannot be merged into one.`,
    )
  return { from, into }
}

/** What the one that stays takes from the other because it has none of its own: a job, a biography, a photograph, contacts. */
export function whatIsTaken({ from, into }: Pair): Partial<BylineRow> {
  return {
    ...(into.personId === null && from.personId !== null ? { personId: from.personId } : {}),
    ...(into.jobTitle === '' && from.jobTitle !== '' ? { jobTitle: from.jobTitle } : {}),
    ...(into.biography === '' && from.biography !== '' ? { biography: from.biography } : {}),
    ...(into.email === '' && from.email !== '' ? { email: from.email } : {}),
    ...(into.profiles.length === 0 && from.profiles.length > 0 ? { profiles: from.profiles } : {}),
    ...(into.pictureId === null && from.pictureId !== null
      ? { pictureId: from.pictureId, pictureAlt: from.pictureAlt }
      : {}),
  }
}
