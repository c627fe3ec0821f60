import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

export type CalloutTone = 'info' | 'warn' | 'danger'

const TONES: Record<CalloutTone, string> = {
  info: 'bg-side border-line text-ink-soft [&>svg]:text-ink-faint',
  warn: 'bg-warn-wash border-warn/30 text-warn-ink',
  danger: 'bg-danger-wash border-danger/30 text-danger-ink',
}

const ICONS = { info: Info, warn: TriangleAlert, danger: CircleAlert } as const

/** A sentence that should not be missed. `danger` is announced at once where it appears. */
export function Callout({
  tone = 'info',
  title,
  children,
  actions,
  className,
}: {
  tone?: CalloutTone | undefined
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  className?: string | undefined
}) {
  const Icon = ICONS[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : undefined}
      className={classes('flex items-start gap-3 rounded-lg border px-4 py-3 text-sm', TONES[tone], className)}
    >
      <Icon aria-hidden="true" className="mt-[3px] size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
        {actions ? <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  )
}
