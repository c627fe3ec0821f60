import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import type { Action } from '@/lib/policy/table'

export type NavItem = {
  href: string
  label: string
  icon:
    | 'desk'
    | 'articles'
    | 'plan'
    | 'people'
    | 'roles'
    | 'bylines'
    | 'desks'
    | 'mail'
    | 'templates'
    | 'style'
    | 'sections'
    | 'topics'
    | 'links'
    | 'claims'
    | 'reports'
    | 'sources'
    | 'series'
    | 'fronts'
    | 'checklists'
    | 'workflow'
    | 'settings'
    | 'audit'
    | 'tokens'
    | 'privacy'
  /** How many things nobody has looked at yet. */
  waiting?: number
}
export type NavGroup = { label: string; items: NavItem[] }

const GROUPS: { label: string; items: (NavItem & { needs: Action })[] }[] = [
  {
    label: 'Newsroom',
    items: [
      { href: '/desk', label: 'Desk', icon: 'desk', needs: 'newsroom.enter' },
      { href: '/desk/articles', label: 'Articles', icon: 'articles', needs: 'article.read' },
      { href: '/desk/plan', label: 'Plan', icon: 'plan', needs: 'plan.read' },
      { href: '/desk/fronts', label: 'Fronts', icon: 'fronts', needs: 'front.read' },
      { href: '/desk/series', label: 'Series', icon: 'series', needs: 'article.read' },
      { href: '/desk/bylines', label: 'Bylines', icon: 'bylines', needs: 'newsroom.enter' },
      { href: '/desk/claims', label: 'Claims', icon: 'claims', needs: 'claim.read' },
      { href: '/desk/sources', label: 'Sources', icon: 'sources', needs: 'source.read' },
      { href: '/desk/reports', label: 'Reader reports', icon: 'reports', needs: 'readerReport.read' },
      { href: '/desk/reports/links', label: 'Broken links', icon: 'links', needs: 'report.read' },
    ],
  },
  {
    label: 'Administration',
    items: [
      { href: '/admin/people', label: 'People', icon: 'people', needs: 'people.list' },
      { href: '/admin/roles', label: 'Roles', icon: 'roles', needs: 'role.edit' },
      { href: '/admin/desks', label: 'Desks', icon: 'desks', needs: 'desk.edit' },
      { href: '/admin/sections', label: 'Sections', icon: 'sections', needs: 'section.edit' },
      { href: '/admin/topics', label: 'Topics', icon: 'topics', needs: 'topic.edit' },
      { href: '/admin/templates', label: 'Templates', icon: 'templates', needs: 'template.edit' },
      { href: '/admin/checklists', label: 'Checklists', icon: 'checklists', needs: 'checklist.edit' },
      { href: '/admin/workflow', label: 'Workflow', icon: 'workflow', needs: 'workflow.edit' },
      { href: '/admin/claims', label: 'Claims in stories', icon: 'claims', needs: 'claim.rules' },
      { href: '/admin/style', label: 'House style', icon: 'style', needs: 'style.edit' },
      { href: '/admin/settings', label: 'Settings', icon: 'settings', needs: 'settings.edit' },
      { href: '/admin/privacy', label: 'Privacy', icon: 'privacy', needs: 'privacy.edit' },
      { href: '/admin/mail', label: 'Mail', icon: 'mail', needs: 'mail.read' },
      { href: '/admin/tokens', label: 'API and webhooks', icon: 'tokens', needs: 'token.edit' },
      { href: '/admin/audit', label: 'Audit log', icon: 'audit', needs: 'audit.read' },
    ],
  },
]

/**
 * What the menu shows to this person: only what the policy lets in.
 * @param waiting how many things wait, by the address of their page
 */
export function navGroupsFor(actor: Actor, waiting: Readonly<Record<string, number>> = {}): NavGroup[] {
  return GROUPS.map(({ label, items }) => ({
    label,
    items: items
      .filter(({ needs }) => can(actor, needs))
      .map(({ href, label, icon }) => ({ href, label, icon, waiting: waiting[href] ?? 0 })),
  })).filter(({ items }) => items.length > 0)
}
