import { sectionPath } from '../articles/paths'
import { listSections } from '../articles/readers'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { DeskFront } from './desk-front'
import type { FrontKey } from './front-key'
import { EMPTY_LAYOUT } from './layout'
import { parseStored } from './readers'
import { tellChanges } from './tell-changes'

export type FrontLine = Pick<DeskFront, 'key' | 'name' | 'path' | 'isAutomatic' | 'live'> & { hasChanges: boolean }

/**
 * Every front that there is or could be: home, and each section in the paper's order.
 * @throws Forbidden
 */
export async function listFronts(actor: Actor): Promise<FrontLine[]> {
  authorise(actor, 'front.read')
  const [sections, rows] = await Promise.all([
    listSections(),
    database().front.findMany({
      select: {
        sectionId: true,
        layout: true,
        liveEdition: {
          select: { number: true, layout: true, publishedAt: true, publishedBy: { select: { name: true } } },
        },
      },
    }),
  ])
  const byKey = new Map(rows.map((row) => [row.sectionId ?? 'home', row]))
  const line = (key: FrontKey, name: string, path: string): FrontLine => {
    const row = byKey.get(key)
    const live = row?.liveEdition ?? null
    const before = live === null ? EMPTY_LAYOUT : parseStored(live.layout, key)
    const after = row === undefined ? EMPTY_LAYOUT : parseStored(row.layout, key)
    return {
      key,
      name,
      path,
      isAutomatic: before.containers.length === 0,
      hasChanges: tellChanges(before, after, () => '').length > 0,
      live:
        live === null
          ? null
          : {
              number: live.number,
              publishedAt: live.publishedAt.toISOString(),
              publishedBy: live.publishedBy?.name ?? '',
            },
    }
  }
  return [line('home', 'Home', '/'), ...sections.map(({ id, name, slug }) => line(id, name, sectionPath(slug)))]
}
