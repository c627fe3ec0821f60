import { type InboundArticle, readInbound, rewireInbound } from '../api/links'

/** Few enough that the page can show how far it is. */
const AT_ONCE = 10

export type RewireProgress = { done: number; total: number; failed: { headline: string; message: string }[] }

/**
 * Changes every link that the drafts of other articles have to this one, a few articles at a time.
 * @param to where they shall lead; null makes plain words of them
 * @throws RequestFailed when the server could not be asked; what was changed until then stays changed
 */
export async function rewireAll(
  articleId: string,
  to: string | null,
  onProgress: (progress: RewireProgress) => void,
): Promise<RewireProgress> {
  // All of them first: what is changed leaves the list.
  const pointing = await readAll(articleId)
  const headline = new Map(pointing.map((article) => [article.id, article.headline.trim() || 'Without a headline']))
  let progress: RewireProgress = { done: 0, total: pointing.length, failed: [] }
  onProgress(progress)
  for (let at = 0; at < pointing.length; at += AT_ONCE) {
    const ids = pointing.slice(at, at + AT_ONCE).map(({ id }) => id)
    const { failed } = await rewireInbound(articleId, to, ids)
    progress = {
      ...progress,
      done: progress.done + ids.length,
      failed: [
        ...progress.failed,
        ...failed.map(({ id, message }) => ({ headline: headline.get(id) ?? 'An article', message })),
      ],
    }
    onProgress(progress)
  }
  return progress
}

async function readAll(articleId: string): Promise<InboundArticle[]> {
  const all: InboundArticle[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readInbound>> = await readInbound(articleId, { after, limit: 100 })
    all.push(...page.articles.filter(({ links }) => links.some(({ isInDraft }) => isInDraft)))
    after = page.next
  } while (after !== null)
  return all
}
