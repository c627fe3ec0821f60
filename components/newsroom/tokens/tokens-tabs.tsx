import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'

const TABS = [
  { tab: 'tokens', href: '/admin/tokens', name: 'Tokens' },
  { tab: 'webhooks', href: '/admin/tokens/webhooks', name: 'Webhooks' },
] as const

/** The two ways in which other programs learn of what readers have: they ask, or they are told. */
export function TokensTabs({ current }: { current: 'tokens' | 'webhooks' }) {
  return (
    <nav aria-label="API and webhooks" className="mb-5">
      <ul className="flex gap-1">
        {TABS.map(({ tab, href, name }) => (
          <li key={tab}>
            <Link
              href={href}
              scroll={false}
              aria-current={tab === current ? 'page' : undefined}
              className={classes(
                'flex h-8 items-center rounded-full px-3 font-medium text-sm transition-colors duration-100 touch:h-11 touch:px-4',
                tab === current ? 'bg-ink text-ground' : 'text-ink-soft hover:bg-sunken hover:text-ink',
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
