import { listSections } from '../articles/readers'
import { now } from '../clock'
import { database } from '../db/database'
import { log } from '../log'
import { endsAt, recordTags } from '../reader-cache/record'
import { tag } from '../reader-cache/tags'
import { readSettings } from '../settings/settings'
import { composeFront, type PlacedContainer } from './compose'
import { homeLayout } from './default-layout'
import type { FrontKey } from './front-key'
import { EMPTY_LAYOUT, FrontLayout } from './layout'
import { readSupply } from './read-supply'

// What readers have of fronts: the layout of the live edition, filled with publications. Nothing here looks at a draft.

/** The front page, as editors laid it out, or by itself while nobody does. */
export async function readHome(): Promise<PlacedContainer[]> {
  recordTags(tag.home)
  const [live, sections, { language }] = await Promise.all([readLiveLayout('home'), listSections(), readSettings()])
  const layout =
    live.containers.length > 0
      ? live
      : homeLayout(
          sections.filter(({ parentId }) => parentId === null),
          language,
        )
  return placed(layout)
}

/** The front of a section; empty where nobody laid one out. */
export async function readSectionFront(sectionId: string): Promise<PlacedContainer[]> {
  return placed(await readLiveLayout(sectionId))
}

/** The layout that readers have; without a container where there is none. */
async function readLiveLayout(key: FrontKey): Promise<FrontLayout> {
  recordTags(tag.front(key))
  const row = await database().front.findFirst({
    where: { sectionId: key === 'home' ? null : key },
    select: { liveEdition: { select: { layout: true } } },
  })
  return row?.liveEdition == null ? EMPTY_LAYOUT : parseStored(row.liveEdition.layout, key)
}

/** A layout out of the database. One that cannot be read is none: readers have the front that is laid out by itself. */
export function parseStored(stored: unknown, key: FrontKey): FrontLayout {
  const { success, data } = FrontLayout.safeParse(stored)
  if (success) return data
  log.error({ front: key }, 'the layout of a front cannot be read')
  return EMPTY_LAYOUT
}

async function placed(layout: FrontLayout): Promise<PlacedContainer[]> {
  if (layout.containers.length === 0) return []
  const at = now()
  endAtNextChange(layout, at)
  return composeFront(layout, at, await readSupply(layout, at))
}

/** A card or a container comes or goes at its time. */
function endAtNextChange({ containers }: FrontLayout, at: Date): void {
  for (const { from, until } of containers.flatMap((container) => [container, ...container.cards]))
    for (const instant of [from, until]) if (instant !== null && new Date(instant) > at) endsAt(new Date(instant))
}
