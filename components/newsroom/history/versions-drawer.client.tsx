'use client'

import { ChevronDown, History } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { classes } from '@/components/ui/classes'

/** The list of versions: always there beside a comparison, and behind a button where the screen is too narrow for both. */
export function VersionsDrawer({ count, children }: { count: number; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <nav
      aria-label="Versions"
      className="border-line bg-side max-lg:border-b lg:overflow-y-auto lg:overscroll-contain lg:border-r"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-11 w-full items-center gap-2.5 px-4 font-medium text-sm lg:hidden"
      >
        <History aria-hidden="true" className="size-4 text-ink-faint" />
        All versions
        <span className="rounded-full bg-pressed px-2 text-ink-soft text-xs tabular">{count}</span>
        <ChevronDown
          aria-hidden="true"
          className={classes('ml-auto size-4 text-ink-faint transition-transform', isOpen && 'rotate-180')}
        />
      </button>
      <div className={classes('pb-6 lg:block', !isOpen && 'max-lg:hidden')}>{children}</div>
    </nav>
  )
}
