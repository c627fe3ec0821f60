'use client'

import type { RefObject } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { type ChosenPicture, PictureChooser } from './picture-chooser.client'

/** Asks for a picture: uploaded now or from the shelf. */
export function PictureDialog({
  title,
  onChoose,
  onClose,
  finalFocus,
}: {
  title: string
  onChoose: (picture: ChosenPicture) => void
  onClose: () => void
  finalFocus?: RefObject<HTMLElement | null> | undefined
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      finalFocus={finalFocus}
      footer={<DialogClose render={<Button>Cancel</Button>} />}
    >
      <PictureChooser onChoose={onChoose} />
    </Dialog>
  )
}
