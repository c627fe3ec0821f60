import { database } from '@/lib/db/database'
import type { LinkedNewsletter } from '@/lib/document/resolved'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

/** The newsletters that readers may sign up to, in the newsroom's order. */
export async function listNewsletters(): Promise<LinkedNewsletter[]> {
  recordTags(tag.newsletters)
  return database().newsletter.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, name: true, description: true, frequency: true },
  })
}
