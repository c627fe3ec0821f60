import { type Found, findArticleByPath } from '@/lib/articles/readers'
import { readSettings } from '@/lib/settings/settings'
import { mayRepublish } from './may-republish'
import { republishPath } from './republish-path'

// What readers may see of an article that others may reprint: the live edition, nothing else.

/**
 * What stands at `/section/slug/republish`: the article, where its text is now, that it was withdrawn; nothing where readers have no such
 * article, or may not take it.
 */
export async function findRepublished(sectionSlug: string, slug: string): Promise<Found> {
  const found = await findArticleByPath(sectionSlug, slug)
  if (found.kind === 'moved') return { kind: 'moved', path: republishPath(found.path) }
  if (found.kind !== 'live') return found
  return (await mayRepublish(found.article, await readSettings())) ? found : { kind: 'unknown' }
}
