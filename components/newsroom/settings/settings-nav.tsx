import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'

const PAGES = [
  { href: '/admin/settings', name: 'The paper' },
  { href: '/admin/settings/look', name: 'Look' },
  { href: '/admin/settings/menus', name: 'Menus' },
  { href: '/admin/settings/sign-in', name: 'Signing in' },
] as const

/** The way between the pages of settings. */
export function SettingsNav({ current }: { current: (typeof PAGES)[number]['href'] }) {
  return (
    <nav aria-label="Settings" className="mb-8 border-line border-b">
      <ul className="-mb-px flex gap-1 overflow-x-auto">
        {PAGES.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className={classes(
                'block border-b-2 px-3 py-2 text-sm touch:py-3',
                href === current
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-ink-soft hover:text-ink',
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
