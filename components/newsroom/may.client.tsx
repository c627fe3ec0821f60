'use client'

import { createContext, type ReactNode, use, useMemo } from 'react'
import { classes } from '@/components/ui/classes'
import { Link, type LinkProps } from '@/components/ui/link'
import type { Action } from '@/lib/policy/table'

const MayContext = createContext<ReadonlySet<Action>>(new Set())

/** What whoever is signed in may do to anything at all, as the policy answered, for whatever is inside. */
export function MayProvider({ actions, children }: { actions: readonly Action[]; children: ReactNode }) {
  const may = useMemo(() => new Set(actions), [actions])
  return <MayContext value={may}>{children}</MayContext>
}

/**
 * May whoever is signed in do this to anything at all? For what is shown or not. Where it matters to what it is done, the server says it
 * with the thing; and it asks again whatever was shown.
 */
export function useMay(action: Action): boolean {
  return use(MayContext).has(action)
}

/** What is shown to those alone who may do this to anything at all. */
export function IfMay({ action, children }: { action: Action; children: ReactNode }) {
  return useMay(action) ? children : null
}

/** A link for whoever may open what it leads to; for others its words. */
export function LinkIfMay({ needs, ...link }: LinkProps & { needs: Action }) {
  const isOpen = useMay(needs)
  if (isOpen) return <Link {...link} />
  return <span className={classes(link.className, 'text-inherit! no-underline!')}>{link.children}</span>
}
