import { database } from '../db/database'
import { newId } from '../ids'

/** A newsroom that starts empty gets one section, News: without any, no article could have an address. */
export async function openFirstSection(): Promise<void> {
  if ((await database().section.count()) > 0) return
  await database().section.upsert({
    where: { slug: 'news' },
    create: { id: newId(), slug: 'news', name: 'News', position: 0 },
    update: {},
  })
}
