'use client'

import { Columns2, Play, Rows3 } from 'lucide-react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { type Choice, historyAddress, type View } from './choice'

const VIEWS: readonly { view: View; label: string; icon: typeof Rows3; isForWide: boolean }[] = [
  { view: 'inline', label: 'Inline', icon: Rows3, isForWide: false },
  { view: 'side', label: 'Side by side', icon: Columns2, isForWide: true },
  { view: 'play', label: 'Play', icon: Play, isForWide: false },
]

/** How the history is looked at. Two columns are offered where there is room for two. */
export function ViewSwitch({ articleId, choice }: { articleId: string; choice: Choice }) {
  return (
    <nav aria-label="View" className="flex items-center rounded-md bg-sunken p-0.5">
      {VIEWS.map(({ view, label, icon: Icon, isForWide }) => (
        <Link
          key={view}
          href={historyAddress(articleId, { ...choice, view, at: undefined })}
          scroll={false}
          aria-current={choice.view === view ? 'true' : undefined}
          className={classes(
            'flex h-8 items-center gap-1.5 rounded-[0.3125rem] px-2.5 font-medium text-sm touch:h-10',
            isForWide && 'max-xl:hidden',
            choice.view === view || (choice.view === 'side' && view === 'inline')
              ? choice.view === view
                ? 'bg-raised text-ink shadow-rest dark:bg-pressed'
                : 'text-ink-soft hover:text-ink max-xl:bg-raised max-xl:text-ink max-xl:shadow-rest dark:max-xl:bg-pressed'
              : 'text-ink-soft hover:text-ink',
          )}
        >
          <Icon aria-hidden="true" className="size-3.5" />
          {label}
        </Link>
      ))}
    </nav>
  )
}
