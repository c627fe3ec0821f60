/** Where an article is read: the one place that knows how an address is made. */
export function pathOf(sectionSlug: string, slug: string): string {
  return `/${sectionSlug}/${slug}`
}

export function sectionPath(slug: string): string {
  return `/${slug}`
}

export function topicPath(slug: string): string {
  return `/topic/${slug}`
}

export function seriesPath(slug: string): string {
  return `/series/${slug}`
}

export function claimPath(slug: string): string {
  return `/claims/${slug}`
}

export function bylinePath(slug: string): string {
  return `/author/${slug}`
}

/**
 * First path parts that are not sections. A section with such a slug would hide a page or be hidden by it.
 */
export const RESERVED_SECTION_SLUGS: ReadonlySet<string> = new Set([
  'admin',
  'alerts',
  'api',
  'author',
  'calendar',
  'cards',
  'claims',
  'corrections',
  'desk',
  'healthz',
  'invite',
  'login',
  'media',
  'metrics',
  'newsletters',
  'oembed',
  'preview',
  'question',
  'readyz',
  'reset',
  'search',
  'series',
  'sitemaps',
  'topic',
])
