import { findArticleByPath, type PublicArticle } from '../articles/readers'

const ARTICLE_PATH = /^\/([a-z0-9-]+)\/([a-z0-9-]+)\/?$/

/**
 * The public article at an address of ours, also at one that it had before; null for everything else. The address is compared and taken
 * apart, never asked.
 * @param origin scheme, host and port of the site
 */
export async function findEmbedded(url: string, origin: string): Promise<PublicArticle | null> {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  return address.origin === origin ? findAtPath(address.pathname) : null
}

async function findAtPath(path: string): Promise<PublicArticle | null> {
  const [, section, slug] = ARTICLE_PATH.exec(path) ?? []
  if (section === undefined || slug === undefined) return null
  const found = await findArticleByPath(section, slug)
  if (found.kind === 'moved') return findAtPath(found.path)
  return found.kind === 'live' ? found.article : null
}
