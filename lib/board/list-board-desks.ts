import { database } from '../db/database'
import type { PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'

export type BoardDesk = { id: string; slug: string; name: string; isMine: boolean; isLead: boolean }

/** The desks of the paper in their order, and which of them the person belongs to or leads. */
export async function listBoardDesks(actor: PersonActor): Promise<BoardDesk[]> {
  authorise(actor, 'newsroom.enter')
  const desks = await database().desk.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      members: { where: { personId: actor.id }, select: { isLead: true } },
    },
  })
  return desks.map(({ members, ...desk }) => ({
    ...desk,
    isMine: members.length > 0,
    isLead: members.some(({ isLead }) => isLead),
  }))
}
