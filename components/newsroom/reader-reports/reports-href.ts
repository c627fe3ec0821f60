import type { ReportsQuery } from '@/lib/reader-reports/list-reports'

/** The address of the list with this filter, its parameters always in one order. */
export function reportsHref(query: ReportsQuery): string {
  const parameters = new URLSearchParams()
  for (const name of ['state', 'desk', 'section', 'article', 'cursor'] as const) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '/desk/reports' : `/desk/reports?${parameters}`
}
