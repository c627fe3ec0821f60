import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { FrontEditionLine } from './desk-front'
import type { FrontKey } from './front-key'
import type { FrontLayout } from './layout'
import { parseStored } from './readers'

const MOST_EDITIONS = 200

/**
 * Each time that a front went out, the last first; at most 200.
 * @throws Forbidden
 */
export async function listFrontEditions(actor: Actor, key: FrontKey): Promise<FrontEditionLine[]> {
  authorise(actor, 'front.read')
  const rows = await database().frontEdition.findMany({
    where: { front: { sectionId: key === 'home' ? null : key } },
    orderBy: { number: 'desc' },
    take: MOST_EDITIONS,
    select: {
      number: true,
      publishedAt: true,
      changes: true,
      publishedBy: { select: { name: true } },
      liveOf: { select: { id: true } },
    },
  })
  return rows.map(({ number, publishedAt, changes, publishedBy, liveOf }) => ({
    number,
    publishedAt: publishedAt.toISOString(),
    publishedBy: publishedBy?.name ?? '',
    changes,
    isLive: liveOf !== null,
  }))
}

/** The layout of an edition; null where there is none of this number. */
export async function findEditionLayout(key: FrontKey, number: number): Promise<FrontLayout | null> {
  const row = await database().frontEdition.findFirst({
    where: { number, front: { sectionId: key === 'home' ? null : key } },
    select: { layout: true },
  })
  return row === null ? null : parseStored(row.layout, key)
}
