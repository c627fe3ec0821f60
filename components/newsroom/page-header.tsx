import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

const WIDTHS = { narrow: 'max-w-2xl', normal: 'max-w-5xl', wide: 'max-w-6xl' } as const

/** The white space around a page of the newsroom. */
export function PageBody({
  width = 'normal',
  className,
  children,
}: {
  width?: keyof typeof WIDTHS | undefined
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <div className={classes('mx-auto w-full px-4 pt-6 pb-20 md:px-10 md:pt-10', WIDTHS[width], className)}>
      {children}
    </div>
  )
}

/** A page's title, what it is for in a sentence, and what can be done on it. */
export function PageHeader({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4 md:mb-8">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        {children ? <div className="mt-1 max-w-prose text-pretty text-ink-soft text-sm">{children}</div> : null}
      </div>
      {aside ? <div className="flex shrink-0 flex-wrap items-center gap-2">{aside}</div> : null}
    </header>
  )
}
