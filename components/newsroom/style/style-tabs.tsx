import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'

/** The two halves of the house style, as addresses. */
export function StyleTabs({
  current,
  counts,
}: {
  current: 'rules' | 'words'
  counts: { rules: number; words: number }
}) {
  const tabs = [
    { tab: 'rules', href: '/admin/style', name: 'Rules', count: counts.rules },
    { tab: 'words', href: '/admin/style?tab=dictionary', name: 'Dictionary', count: counts.words },
  ] as const
  return (
    <nav aria-label="House style" className="mb-5">
      <ul className="flex gap-1">
        {tabs.map(({ tab, href, name, count }) => (
          <li key={tab}>
            <Link
              href={href}
              scroll={false}
              aria-current={tab === current ? 'page' : undefined}
              className={classes(
                'flex h-8 items-center gap-2 rounded-full px-3 font-medium text-sm transition-colors duration-100 touch:h-11 touch:px-4',
                tab === current ? 'bg-ink text-ground' : 'text-ink-soft hover:bg-sunken hover:text-ink',
              )}
            >
              {name}
              <span className="tabular font-normal">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
