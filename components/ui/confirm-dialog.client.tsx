'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { Button } from './button.client'
import { Callout } from './callout'

export type ConfirmDialogProps = {
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  trigger?: ReactElement | undefined
  /** The question: "Deactivate Ada Park?" */
  title: ReactNode
  /** What will happen, and what will not. */
  children?: ReactNode
  /** The verb of the question. Never "OK". */
  confirmLabel: string
  cancelLabel?: string | undefined
  isDangerous?: boolean | undefined
  /**
   * Does it. The dialog is busy until the promise ends and closes when it ends well; a string that it returns, or the
   * message of an error that it throws, is shown and the dialog stays.
   */
  onConfirm: () => Promise<string | undefined> | Promise<void> | void
}

/** Asks once more. Opens with the focus on the harmless button when the other one is dangerous. */
export function ConfirmDialog({
  open: openFromOutside,
  onOpenChange,
  trigger,
  title,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  isDangerous = false,
  onConfirm,
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const cancelRef = useRef<HTMLButtonElement>(null)
  const confirmRef = useRef<HTMLButtonElement>(null)
  const open = openFromOutside ?? ownOpen

  function change(next: boolean) {
    if (isBusy) return
    setProblem(null)
    setOwnOpen(next)
    onOpenChange?.(next)
  }

  async function confirm() {
    setIsBusy(true)
    setProblem(null)
    try {
      const refusal = await onConfirm()
      if (refusal) {
        setProblem(refusal)
      } else {
        setOwnOpen(false)
        onOpenChange?.(false)
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work. Try again.')
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={change}>
      {trigger ? <AlertDialog.Trigger render={trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup
          initialFocus={isDangerous ? cancelRef : confirmRef}
          className="fixed inset-x-0 bottom-0 z-40 rounded-t-xl bg-raised text-ink shadow-float outline-none transition-[opacity,scale] duration-150 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0 md:inset-x-auto md:top-[18vh] md:bottom-auto md:left-1/2 md:w-[27rem] md:-translate-x-1/2 md:rounded-xl md:data-ending-style:scale-[0.98] md:data-starting-style:scale-[0.98]"
        >
          <div className="px-5 pt-5 pb-5">
            <AlertDialog.Title className="text-pretty font-semibold text-lg leading-6">{title}</AlertDialog.Title>
            {children ? (
              <AlertDialog.Description render={<div />} className="mt-2 space-y-2 text-pretty text-ink-soft text-sm">
                {children}
              </AlertDialog.Description>
            ) : null}
            {problem === null ? null : (
              <Callout tone="danger" className="mt-4">
                {problem}
              </Callout>
            )}
          </div>
          <footer className="flex justify-end gap-2 border-line border-t bg-side px-5 py-3.5 pb-[max(0.875rem,env(safe-area-inset-bottom))] max-md:[&>*]:flex-1 md:rounded-b-xl">
            <AlertDialog.Close render={<Button ref={cancelRef}>{cancelLabel}</Button>} />
            <Button ref={confirmRef} variant={isDangerous ? 'danger' : 'primary'} busy={isBusy} onClick={confirm}>
              {confirmLabel}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
