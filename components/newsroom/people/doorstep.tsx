import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

/** The heading of a page on the doorstep, with a sentence that says what will happen. */
export function DoorstepHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-6">
      <h1 className="text-balance font-semibold text-xl">{title}</h1>
      {children ? <p className="mt-1.5 text-pretty text-ink-soft text-sm">{children}</p> : null}
    </header>
  )
}

/** A way out that is not the main thing. */
export function DoorstepLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-flex items-center font-medium text-accent-ink text-sm underline-offset-4 hover:underline touch:min-h-11"
    >
      {children}
    </Link>
  )
}
