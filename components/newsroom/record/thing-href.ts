import type { ListedEvent } from '@/lib/record/list-events'

/** The page on which one sees what an event was about; null where there is none, or no such thing any more. */
export function thingHref({ action, thing, thingId, isThere, detail }: ListedEvent): string | null {
  if (thingId === null || !isThere) return null
  if (action === 'article.publish' && typeof detail.edition === 'number')
    return `/desk/articles/${thingId}/editions/${detail.edition}`
  return PAGES[thing]?.(thingId) ?? null
}

const PAGES: Record<string, (id: string) => string> = {
  article: (id) => `/desk/articles/${id}`,
  person: (id) => `/admin/people/${id}`,
  role: (id) => `/admin/roles/${id}`,
  template: (id) => `/admin/templates/${id}`,
  claim: (id) => `/desk/claims/${id}`,
  source: (id) => `/desk/sources/${id}`,
  series: (id) => `/desk/series/${id}`,
  section: () => '/admin/sections',
  topic: () => '/admin/topics',
  styleRule: () => '/admin/style',
  outsideLink: () => '/desk/reports/links',
}
