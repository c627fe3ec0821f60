import type { ReactNode } from 'react'

/** The words that a conversation is about. */
export function Quote({ children }: { children: ReactNode }) {
  return (
    <span className="line-clamp-2 break-words border-warn border-l-2 pl-2.5 text-left font-serif text-ink-soft text-sm">
      {children}
    </span>
  )
}
