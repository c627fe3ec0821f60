import { database } from '@/lib/db/database'
import type { LinkedNewsletter } from '@/lib/document/resolved'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

/** The newsletters that readers may sign up to, in the newsroom's order. */
export async function listNewsletters(): Promise<LinkedNewsletter[]> {
  recordTags(tag.newsletters)
  return readNewsletters({})
}

/** Those of them whose readers are told of breaking news. */
export async function listAlertNewsletters(): Promise<LinkedNewsletter[]> {
  recordTags(tag.newsletters)
  return readNewsletters({ isAlert: true })
}

function readNewsletters(where: { isAlert?: boolean }): Promise<LinkedNewsletter[]> {
  return database().newsletter.findMany({
    where,
    orderBy: { position: 'asc' },
    select: { id: true, slug: true, name: true, description: true, frequency: true },
  })
}
