import { LAST_PAGE } from '@/lib/articles/last-page'
import type { SiteWords } from '@/lib/site-words/en'

type PagerProps = {
  path: string
  page: number
  hasMore: boolean
  words: SiteWords
  /** What else stands in the address, such as a search's words. */
  query?: Record<string, string>
}

/** The first page, the newer and the older one. How many there are nobody has counted. */
export function Pager({ path, page, hasMore, words: { lists }, query }: PagerProps) {
  if (page === 1 && !hasMore) return null
  return (
    <nav className="pager" aria-label={lists.pages}>
      {page > 2 ? (
        <a href={pageAddress(path, 1, query)} aria-label={lists.first}>
          1
        </a>
      ) : null}
      {page > 1 ? (
        <a rel="prev" href={pageAddress(path, page - 1, query)}>
          {lists.newer}
        </a>
      ) : null}
      <span>{lists.page(page)}</span>
      {hasMore && page < LAST_PAGE ? (
        <a rel="next" href={pageAddress(path, page + 1, query)}>
          {lists.older}
        </a>
      ) : null}
      {hasMore && page >= LAST_PAGE ? <span>{lists.searchOlder}</span> : null}
    </nav>
  )
}

/** The first page has no number, so that it has one address. */
export function pageAddress(path: string, page: number, query: Record<string, string> = {}): string {
  const parameters = new URLSearchParams(page === 1 ? query : { ...query, page: String(page) })
  return parameters.size === 0 ? path : `${path}?${parameters}`
}

/** The addresses before and after a page, for the head of it. */
export function pagesAround(path: string, page: number, hasMore: boolean) {
  return {
    previous: page === 1 ? null : pageAddress(path, page - 1),
    next: hasMore && page < LAST_PAGE ? pageAddress(path, page + 1) : null,
  }
}
