import { sectionPath } from '../articles/paths'
import { teaserColumns, teaserOf } from '../articles/public-article'
import { database } from '../db/database'
import { env } from '../env'
import { TEST_KIND } from './kinds'

type Delivery = { eventId: string; kind: string; articleId: string | null; detail: unknown; at: Date }

/**
 * What a receiver is sent, made at the moment of sending: an article as readers have it now, never as they had it. Null where there is nothing
 * to tell any more: what was published has been withdrawn since, or what was unpublished is back.
 */
export async function bodyOf({ eventId, kind, articleId, detail, at }: Delivery): Promise<object | null> {
  const message = { id: eventId, event: kind, time: at.toISOString() }
  const said = detail as Record<string, string>
  if (kind === TEST_KIND) return message
  if (kind === 'front.published') return { ...message, front: await frontOf(said.front ?? 'home') }
  if (articleId === null) return null
  const live = await database().publication.findUnique({ where: { articleId }, select: teaserColumns })
  if (kind === 'article.unpublished' || kind === 'article.killed')
    return live === null ? { ...message, article: withdrawn(articleId, said) } : null
  if (live === null) return null
  const { id, path, headline, publishedAt, updatedAt } = teaserOf(live)
  return {
    ...message,
    article: {
      id,
      url: env().SITE_URL + path,
      headline,
      edition: live.edition.number,
      updatedAt: (updatedAt ?? publishedAt).toISOString(),
    },
  }
}

/** Its id, its address and the sentence that readers find there: no word that was withdrawn. */
function withdrawn(id: string, { path = '/', reason = '' }: Record<string, string>): object {
  return { id, url: env().SITE_URL + path, reason }
}

async function frontOf(key: string): Promise<object> {
  const section =
    key === 'home' ? null : await database().section.findUnique({ where: { id: key }, select: { slug: true } })
  return { key, url: env().SITE_URL + (section === null ? '/' : sectionPath(section.slug)) }
}
