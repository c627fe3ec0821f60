'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { classes } from './classes'
import { IconButton } from './icon-button.client'

export type DialogProps = {
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  /** The button that opens it, where the dialog keeps its own state. Focus goes back to it. */
  trigger?: ReactElement | undefined
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** The buttons. The one that goes on stands last. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large' | undefined
  /** Focused when it opens; otherwise the first control inside. */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  /** Focused when it closes; otherwise whatever had the focus before. */
  finalFocus?: RefObject<HTMLElement | null> | undefined
  /** Pressing beside it does not close it: for dialogs with something typed into them. */
  isSticky?: boolean | undefined
}

const WIDTHS = { small: 'md:w-[26rem]', medium: 'md:w-[34rem]', large: 'md:w-[46rem]' } as const

/** A dialog in the middle of the page; on a narrow screen a sheet from the bottom. Escape closes it. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  children,
  footer,
  size = 'medium',
  initialFocus,
  finalFocus,
  isSticky = false,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)} disablePointerDismissal={isSticky}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <DialogVeil />
        <Base.Popup
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          className={classes(
            'fixed z-40 flex max-h-[calc(100dvh-3rem)] flex-col overflow-hidden bg-raised text-ink shadow-float outline-none',
            'inset-x-0 bottom-0 rounded-t-xl md:inset-x-auto md:top-[12vh] md:bottom-auto md:left-1/2 md:max-h-[76vh] md:-translate-x-1/2 md:rounded-xl',
            'transition-[opacity,translate,scale] duration-150 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0',
            'max-md:data-ending-style:translate-y-8 max-md:data-starting-style:translate-y-8 md:data-ending-style:scale-[0.98] md:data-starting-style:scale-[0.98]',
            WIDTHS[size],
          )}
        >
          <header className="px-5 pt-5 pr-14 pb-4">
            <Base.Title className="text-pretty font-semibold text-lg leading-6">{title}</Base.Title>
            {description ? (
              <Base.Description className="mt-1 text-pretty text-ink-soft text-sm">{description}</Base.Description>
            ) : null}
          </header>
          {children ? (
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>
          ) : null}
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t bg-side px-5 py-3.5 pb-[max(0.875rem,env(safe-area-inset-bottom))] max-md:[&>*]:flex-1">
              {footer}
            </footer>
          ) : null}
          {/* Last, so that the first control of the dialog gets the focus and not the way out. */}
          <Base.Close
            render={
              <IconButton
                label="Close"
                icon={<X aria-hidden="true" className="size-4" />}
                className="absolute top-3.5 right-3"
              />
            }
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

export function DialogVeil() {
  return (
    <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
  )
}

/** Closes the dialog it stands in: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Base.Close
