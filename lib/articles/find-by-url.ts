import { database } from '../db/database'
import { isId } from '../document/addresses'
import { env } from '../env'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { findFormerArticle } from './find-former-article'
import { type LinkTarget, listLinkTargets } from './search-for-link'

const DESK_PATH = /^\/desk\/articles\/([0-9a-f-]{36})(?:\/|$)/
const PUBLIC_PATH = /^\/([a-z0-9-]+)\/([a-z0-9-]+)\/?$/

/**
 * The article of ours that an address stands for: its public page, a page it once had, or its page in the newsroom.
 * Null for everybody else's addresses.
 *
 * @param url as pasted; a path alone ("/news/ferry") is ours
 * @param host of the request, because the newsroom may be opened under another name than the public site
 */
export async function findByUrl(actor: Actor, url: string, host: string | null): Promise<LinkTarget | null> {
  authorise(actor, 'article.read')
  const path = ownPath(url, host)
  if (path === null) return null
  const id = DESK_PATH.exec(path)?.[1] ?? (await idAtPublicPath(path))
  if (!isId(id)) return null
  const [target] = await listLinkTargets(actor, [id])
  return target ?? null
}

function ownPath(url: string, host: string | null): string | null {
  try {
    const parsed = new URL(url.trim(), env().SITE_URL)
    return parsed.host === new URL(env().SITE_URL).host || parsed.host === host ? parsed.pathname : null
  } catch {
    return null
  }
}

async function idAtPublicPath(path: string): Promise<string | null> {
  const [, section, slug] = PUBLIC_PATH.exec(path) ?? []
  if (section === undefined || slug === undefined) return null
  const live = await database().publication.findFirst({
    where: { slug, section: { slug: section } },
    select: { articleId: true },
  })
  return live?.articleId ?? findFormerArticle(section, slug)
}
