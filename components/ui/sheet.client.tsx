'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'
import { DialogVeil } from './dialog.client'
import { IconButton } from './icon-button.client'

/** A panel that slides in from a side and covers part of the page: menus on a phone, details beside a list. */
export function Sheet({
  open,
  onOpenChange,
  trigger,
  title,
  side = 'left',
  hideTitle = false,
  children,
}: {
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  trigger?: ReactElement | undefined
  title: string
  side?: 'left' | 'right' | undefined
  hideTitle?: boolean | undefined
  children: ReactNode
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <DialogVeil />
        <Base.Popup
          className={classes(
            'fixed inset-y-0 z-40 flex w-[min(22rem,86vw)] flex-col overflow-y-auto overscroll-contain bg-ground text-ink shadow-float outline-none',
            'transition-[translate,opacity] duration-200 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0',
            side === 'left' && 'left-0 data-ending-style:-translate-x-10 data-starting-style:-translate-x-10',
            side === 'right' && 'right-0 data-ending-style:translate-x-10 data-starting-style:translate-x-10',
          )}
        >
          <header className="flex min-h-14 items-center gap-3 px-4 pr-14">
            <Base.Title className={classes('flex-1 font-semibold text-base', hideTitle && 'sr-only')}>
              {title}
            </Base.Title>
          </header>
          <div className="flex min-h-0 flex-1 flex-col px-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{children}</div>
          <Base.Close
            render={
              <IconButton
                label="Close"
                className="absolute top-1.5 right-2 md:top-2.5"
                icon={<X aria-hidden="true" className="size-4" />}
              />
            }
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
