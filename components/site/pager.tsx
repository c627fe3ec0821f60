type PagerProps = {
  path: string
  page: number
  hasMore: boolean
  /** What else stands in the address, such as a search's words. */
  query?: Record<string, string>
}

export function Pager({ path, page, hasMore, query }: PagerProps) {
  if (page === 1 && !hasMore) return null
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 ? (
        <a rel="prev" href={pageAddress(path, page - 1, query)}>
          Newer
        </a>
      ) : null}
      <span>Page {page}</span>
      {hasMore ? (
        <a rel="next" href={pageAddress(path, page + 1, query)}>
          Older
        </a>
      ) : null}
    </nav>
  )
}

/** The first page has no number, so that it has one address. */
export function pageAddress(path: string, page: number, query: Record<string, string> = {}): string {
  const parameters = new URLSearchParams(page === 1 ? query : { ...query, page: String(page) })
  return parameters.size === 0 ? path : `${path}?${parameters}`
}
