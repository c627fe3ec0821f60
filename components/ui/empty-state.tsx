import type { ReactNode } from 'react'
import { classes } from './classes'

/** What stands where things would stand: why there are none, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  className,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  className?: string | undefined
}) {
  return (
    <div className={classes('flex flex-col items-center px-6 py-14 text-center', className)}>
      {icon ? (
        <div className="mb-4 flex size-11 items-center justify-center rounded-xl border border-line bg-side text-ink-faint [&_svg]:size-5">
          {icon}
        </div>
      ) : null}
      <p className="font-semibold text-base text-ink">{title}</p>
      {children ? <div className="mt-1 max-w-sm text-pretty text-ink-soft text-sm">{children}</div> : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
