'use client'

import { Bell as BellIcon } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { askUnread, onUnreadChange, unreadNow } from './unread-store'

/** The way to what one was told, with how much of it is unread. */
export function Bell({ initial, className }: { initial: number; className?: string | undefined }) {
  const known = useSyncExternalStore(onUnreadChange, unreadNow, () => null)
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked on every page that is opened, not only on the first.
  useEffect(() => void askUnread(), [path])
  const unread = known ?? initial
  const isHere = path === '/desk/notices'
  return (
    <Link
      href="/desk/notices"
      aria-label={unread === 0 ? 'Notices' : `Notices, ${unread} unread`}
      title="Notices"
      aria-current={isHere ? 'page' : undefined}
      className={classes(
        'relative flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors duration-100 hover:bg-pressed/60 hover:text-ink touch:size-11',
        isHere && 'bg-pressed text-ink',
        className,
      )}
    >
      <BellIcon aria-hidden="true" className="size-4.5" />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="tabular absolute top-0.5 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.625rem] text-on-accent leading-4 touch:top-1.5 touch:right-1"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  )
}
