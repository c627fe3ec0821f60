import type { ArticlesQuery } from './articles-query'

/** The address of the list with this filter, its parameters always in one order. */
export function articlesHref(query: ArticlesQuery): string {
  const parameters = new URLSearchParams()
  for (const name of ['words', 'state', 'section', 'topic', 'author', 'desk', 'look', 'cursor'] as const) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '/desk/articles' : `/desk/articles?${parameters}`
}

/** Is anything filtered out? */
export function isFiltered({ words, state, section, topic, author, desk, look }: ArticlesQuery): boolean {
  return Boolean(words || state || section || topic || author || desk || look)
}
