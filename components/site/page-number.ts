import { LAST_PAGE } from '@/lib/articles/last-page'

/** The `page` of a list: 1 when it is not given, null when no list has such a page. */
export function pageNumber(given: string | string[] | undefined): number | null {
  if (given === undefined) return 1
  const page = typeof given === 'string' && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : null
  return page === null || page > LAST_PAGE ? null : page
}

/** What Next hands to a page with `?page=` and other parameters. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>
