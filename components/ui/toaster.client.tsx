'use client'

import { Toaster as Sonner, toast } from 'sonner'

/** Once in a layout; `notify` speaks through it. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      theme="system"
      gap={10}
      closeButton
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-lg bg-raised px-4 py-3 font-sans text-sm text-ink shadow-float md:w-[22rem]',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'mt-0.5 text-ink-soft',
          icon: 'mt-[3px] size-4 shrink-0 [&_svg]:size-4',
          success: '[&_[data-icon]]:text-good',
          error: '[&_[data-icon]]:text-danger',
          warning: '[&_[data-icon]]:text-warn',
          info: '[&_[data-icon]]:text-ink-faint',
          actionButton:
            'order-2 shrink-0 rounded-md border border-line-strong px-2.5 py-1 font-medium text-sm hover:bg-sunken',
          closeButton:
            'order-3 -mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink [&_svg]:size-3.5',
        },
      }}
    />
  )
}

type Detail = { description?: string | undefined; action?: { label: string; onPress: () => void } | undefined }

/** Says something in passing, in a corner of the page. What must not be missed belongs in a Callout or a field's error. */
export const notify = {
  done: (message: string, detail?: Detail) => void toast.success(message, options(detail)),
  info: (message: string, detail?: Detail) => void toast.info(message, options(detail)),
  warn: (message: string, detail?: Detail) => void toast.warning(message, options(detail)),
  /** Stays until it is closed: a problem that vanishes before it is read is a second problem. */
  problem: (message: string, detail?: Detail) =>
    void toast.error(message, { ...options(detail), duration: Number.POSITIVE_INFINITY }),
}

function options(detail: Detail | undefined) {
  return {
    ...(detail?.description ? { description: detail.description } : {}),
    ...(detail?.action ? { action: { label: detail.action.label, onClick: detail.action.onPress } } : {}),
  }
}
