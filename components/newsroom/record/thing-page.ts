import type { Action } from '@/lib/policy/table'
import type { ListedEvent } from '@/lib/record/list-events'

type Page = { href: string; needs: Action }

/** The page on which one sees what an event was about, and the right that its door asks for; null where there is none, or no such thing any more. */
export function thingPage({ action, thing, thingId, isThere, detail }: ListedEvent): Page | null {
  if (thingId === null || !isThere) return null
  if (action === 'article.publish' && typeof detail.edition === 'number')
    return { href: `/desk/articles/${thingId}/editions/${detail.edition}`, needs: 'article.read' }
  const page = PAGES[thing]
  return page === undefined ? null : { href: page.at.replace('{id}', thingId), needs: page.needs }
}

const PAGES: Record<string, { at: string; needs: Action }> = {
  article: { at: '/desk/articles/{id}', needs: 'article.read' },
  person: { at: '/admin/people/{id}', needs: 'people.list' },
  role: { at: '/admin/roles/{id}', needs: 'role.edit' },
  template: { at: '/admin/templates/{id}', needs: 'template.edit' },
  claim: { at: '/desk/claims/{id}', needs: 'claim.read' },
  source: { at: '/desk/sources/{id}', needs: 'source.read' },
  series: { at: '/desk/series/{id}', needs: 'article.read' },
  section: { at: '/admin/sections', needs: 'section.edit' },
  topic: { at: '/admin/topics', needs: 'topic.edit' },
  styleRule: { at: '/admin/style', needs: 'style.edit' },
  outsideLink: { at: '/desk/reports/links', needs: 'report.read' },
}
