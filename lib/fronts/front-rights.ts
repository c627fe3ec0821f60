import { database, type Transaction } from '../db/database'
import { NotFound } from '../errors'
import type { Owned } from '../policy/policy'
import type { FrontKey } from './front-key'

/** A front as its page is found: what it is called, where readers have it, and whose it is. */
export type FrontPlace = { key: FrontKey; name: string; path: string; owned: Owned }

/** @throws NotFound when there is no such section */
export async function findFrontPlace(key: FrontKey, tx: Transaction = database()): Promise<FrontPlace> {
  if (key === 'home') return { key, name: 'Home', path: '/', owned: { ownerIds: [] } }
  const section = await tx.section.findUnique({
    where: { id: key },
    select: {
      name: true,
      slug: true,
      deskId: true,
      desk: { select: { members: { where: { isLead: true }, select: { personId: true } } } },
    },
  })
  if (section === null) throw new NotFound('This section does not exist any more.')
  const leadIds = section.desk?.members.map(({ personId }) => personId) ?? []
  return { key, name: section.name, path: `/${section.slug}`, owned: { ownerIds: [], leadIds, deskId: section.deskId } }
}
