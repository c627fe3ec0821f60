/** The `page` of a list: 1 when it is not given, null when it is not a page number. */
export function pageNumber(given: string | string[] | undefined): number | null {
  if (given === undefined) return 1
  return typeof given === 'string' && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : null
}

/** What Next hands to a page with `?page=` and other parameters. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>
