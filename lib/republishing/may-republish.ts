import type { PublicArticle } from '@/lib/articles/readers'
import { database } from '@/lib/db/database'
import { sensitiveShelves } from '@/lib/promos/sensitive'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import type { Settings } from '@/lib/settings/settings'

/**
 * Whether others may reprint a public article: where the paper lets them and stands by it, every word is our own, no editor kept it out, and
 * it stands on no sensitive section or topic.
 */
export async function mayRepublish(
  { metadata, section, corrected }: Pick<PublicArticle, 'metadata' | 'section' | 'corrected'>,
  { republishing }: Pick<Settings, 'republishing'>,
): Promise<boolean> {
  const { source, isNotRepublished, topics } = metadata
  const isOurs = source === null || source.origin === 'OWN'
  const isTakenBack = corrected?.as === 'RETRACTION'
  if (republishing === 'nobody' || isNotRepublished || !isOurs || isTakenBack) return false
  const topicIds = topics.map(({ id }) => id)
  recordTags(...[section.id, ...topicIds].map(tag.shelf))
  return (await sensitiveShelves(database(), { sectionId: section.id, topicIds })).length === 0
}
