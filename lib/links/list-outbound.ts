import { loadArticle } from '../articles/load-article'
import { type LinkTarget, listLinkTargets } from '../articles/search-for-link'
import { database } from '../db/database'
import type { Actor } from '../policy/actor'

/** An article that a draft points at, and in how many places. */
type OutboundArticle = LinkTarget & { times: number }

/** An address elsewhere that a draft points at. `state` is null until it was looked at. */
type OutboundAddress = {
  url: string
  words: string
  title: string | null
  state: 'OK' | 'FAILING' | 'DEAD' | null
}

type Outbound = { articles: OutboundArticle[]; addresses: OutboundAddress[] }

/** More than that is an index and no article. */
const MOST = 200

/** What the draft of an article points at, in the order of the text, each once. @throws NotFound */
export async function listOutbound(actor: Actor, articleId: string): Promise<Outbound> {
  const article = await loadArticle(database(), actor, articleId)
  const links = await database().link.findMany({
    where: { fromArticleId: article.id, layer: 'DRAFT' },
    orderBy: { position: 'asc' },
    select: { toArticleId: true, url: true, words: true },
    take: MOST,
  })
  const times = new Map<string, number>()
  const words = new Map<string, string>()
  for (const { toArticleId, url, words: linked } of links) {
    if (toArticleId !== null) times.set(toArticleId, (times.get(toArticleId) ?? 0) + 1)
    else if (url !== null && !words.has(url)) words.set(url, linked)
  }
  const [targets, known] = await Promise.all([
    listLinkTargets(actor, [...times.keys()]),
    database().outsideLink.findMany({
      where: { url: { in: [...words.keys()].map(pageOf) } },
      select: { url: true, title: true, status: true },
    }),
  ])
  const target = new Map(targets.map((one) => [one.id, one]))
  const page = new Map(known.map((one) => [one.url, one]))
  return {
    articles: [...times].flatMap(([id, count]) => {
      const found = target.get(id)
      return found === undefined ? [] : [{ ...found, times: count }]
    }),
    addresses: [...words].map(([url, linked]) => {
      const found = page.get(pageOf(url))
      return { url, words: linked, title: found?.title ?? null, state: stateOf(found?.status) }
    }),
  }
}

/** Whatever place on the page is pointed at. */
function pageOf(url: string): string {
  return url.split('#')[0] ?? url
}

function stateOf(status: string | undefined): OutboundAddress['state'] {
  return status === 'OK' || status === 'FAILING' || status === 'DEAD' ? status : null
}
