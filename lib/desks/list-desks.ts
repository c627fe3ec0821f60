import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { Desk } from './desk'

/** Desks in their order, for whoever chooses one. */
export function listDesks(actor: Actor): Promise<Desk[]> {
  authorise(actor, 'newsroom.enter')
  return database().desk.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, name: true },
  })
}

/** A desk as administrators look after it. */
export type KeptDesk = Desk & {
  members: { personId: string; name: string; isLead: boolean }[]
  sections: { id: string; name: string }[]
  articles: number
}

/** @throws Forbidden */
export async function listKeptDesks(actor: Actor): Promise<KeptDesk[]> {
  authorise(actor, 'desk.edit')
  const rows = await database().desk.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      members: {
        orderBy: [{ isLead: 'desc' }, { person: { name: 'asc' } }],
        select: { personId: true, isLead: true, person: { select: { name: true } } },
      },
      sections: { orderBy: { position: 'asc' }, select: { id: true, name: true } },
      _count: { select: { articles: true } },
    },
  })
  return rows.map(({ members, _count, ...desk }) => ({
    ...desk,
    members: members.map(({ personId, isLead, person }) => ({ personId, isLead, name: person.name })),
    articles: _count.articles,
  }))
}
