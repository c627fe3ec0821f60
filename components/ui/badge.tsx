import type { ReactNode } from 'react'
import { classes } from './classes'

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger' | 'note'

const TONES: Record<Tone, string> = {
  neutral: 'bg-pressed/70 text-ink-soft',
  accent: 'bg-accent-wash text-accent-ink',
  good: 'bg-good-wash text-good-ink',
  warn: 'bg-warn-wash text-warn-ink',
  danger: 'bg-danger-wash text-danger-ink',
  note: 'bg-note-wash text-note-ink',
}

const DOTS: Record<Tone, string> = {
  neutral: 'bg-ink-faint',
  accent: 'bg-accent',
  good: 'bg-good',
  warn: 'bg-warn',
  danger: 'bg-danger',
  note: 'bg-note',
}

/** A word or two about a thing. The tone repeats what the words say; it never says it alone. */
export function Badge({
  tone = 'neutral',
  dot = false,
  className,
  children,
}: {
  tone?: Tone | undefined
  dot?: boolean | undefined
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <span
      className={classes(
        'inline-flex h-6 items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-medium text-xs',
        TONES[tone],
        className,
      )}
    >
      {dot ? <span aria-hidden="true" className={classes('size-1.5 rounded-full', DOTS[tone])} /> : null}
      {children}
    </span>
  )
}
