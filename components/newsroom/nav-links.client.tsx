'use client'

import {
  CalendarDays,
  Inbox,
  KeyRound,
  LampDesk,
  LayoutList,
  LayoutTemplate,
  Library,
  Link2Off,
  ListChecks,
  Mail,
  Megaphone,
  MessageCircleQuestionMark,
  Newspaper,
  PanelsTopLeft,
  ScrollText,
  ShieldCheck,
  Signature,
  SlidersHorizontal,
  SpellCheck,
  Tags,
  UserLock,
  Users,
  Webhook,
  Workflow,
} from 'lucide-react'
import { usePathname } from 'next/navigation'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { NavGroup, NavItem } from './nav-items'

const ICONS = {
  desk: Inbox,
  articles: LayoutList,
  plan: CalendarDays,
  people: Users,
  roles: ShieldCheck,
  bylines: Signature,
  desks: LampDesk,
  mail: Mail,
  templates: LayoutTemplate,
  style: SpellCheck,
  sections: PanelsTopLeft,
  topics: Tags,
  links: Link2Off,
  series: Library,
  fronts: Newspaper,
  checklists: ListChecks,
  workflow: Workflow,
  settings: SlidersHorizontal,
  audit: ScrollText,
  claims: Megaphone,
  reports: MessageCircleQuestionMark,
  sources: KeyRound,
  tokens: Webhook,
  privacy: UserLock,
} as const

/** The newsroom's menu. The page that is open is marked; a page under it keeps the mark. */
export function NavLinks({ groups, onFollow }: { groups: NavGroup[]; onFollow?: (() => void) | undefined }) {
  const path = usePathname()
  const current = currentOf(groups, path)
  return (
    <nav aria-label="Newsroom" className="space-y-6">
      {groups.map((group, index) => (
        <div key={group.label}>
          {index > 0 ? <p className="mb-1.5 px-2.5 font-medium text-ink-faint text-xs">{group.label}</p> : null}
          <ul className="space-y-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} isCurrent={item === current} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function NavLink({
  item,
  isCurrent,
  onFollow,
}: {
  item: NavItem
  isCurrent: boolean
  onFollow: (() => void) | undefined
}) {
  const Icon = ICONS[item.icon]
  const { waiting = 0 } = item
  return (
    <Link
      href={item.href}
      aria-current={isCurrent ? 'page' : undefined}
      {...(onFollow ? { onClick: onFollow } : {})}
      className={classes(
        'flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-sm transition-colors duration-100 touch:h-11',
        isCurrent ? 'bg-pressed text-ink' : 'text-ink-soft hover:bg-pressed/60 hover:text-ink',
      )}
    >
      <Icon aria-hidden="true" className={classes('size-4', isCurrent ? 'text-accent' : 'text-ink-faint')} />
      {item.label}
      {waiting === 0 ? null : (
        <span className="tabular ml-auto rounded-full bg-warn-wash px-1.5 text-warn-ink text-xs">
          {waiting > 99 ? '99+' : waiting}
          <span className="sr-only"> new</span>
        </span>
      )}
    </Link>
  )
}

/** The item whose address is the longest beginning of the path. The desk is itself alone: what has no item is under none. */
function currentOf(groups: NavGroup[], path: string): NavItem | undefined {
  return groups
    .flatMap(({ items }) => items)
    .filter(({ href }) => path === href || (href !== '/desk' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
