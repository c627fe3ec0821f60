'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { notify } from '@/components/ui/toaster.client'
import type { ListedFile } from '@/lib/claims/listed-files'
import { removeEvidenceFile } from './send-evidence-file'

/** Removes a file from behind an event. Without `onRemoved` the page is read again. */
export function RemoveFile({ file, onRemoved }: { file: Pick<ListedFile, 'id' | 'name'>; onRemoved?: () => void }) {
  const router = useRouter()

  async function remove(): Promise<void> {
    await removeEvidenceFile(file.id)
    if (onRemoved === undefined) router.refresh()
    else onRemoved()
    notify.done('The file is removed')
  }

  return (
    <ConfirmDialog
      trigger={
        <IconButton
          label={`Remove ${file.name}`}
          icon={<Trash2 aria-hidden="true" className="size-4" />}
          size="small"
          side="left"
        />
      }
      title={<span className="wrap-anywhere">Remove “{<bdi>{file.name}</bdi>}”?</span>}
      confirmLabel="Remove"
      isDangerous
      onConfirm={remove}
    >
      The newsroom does not have it any more. What was said stays as it is.
    </ConfirmDialog>
  )
}
