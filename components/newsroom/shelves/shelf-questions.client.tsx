'use client'

import { useRouter } from 'next/navigation'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { KeptShelf } from '@/lib/shelves/list-kept-shelves'
import type { ShelfKind } from '@/lib/shelves/shelf'
import { MergeDialog } from './merge-dialog.client'
import type { ShelfActions } from './shelf-actions'
import { ShelfDialog } from './shelf-dialog.client'
import { SHELF_WORDS } from './shelf-words'

export type Asked = { kind: 'add' } | { kind: 'edit' | 'merge' | 'delete'; shelf: KeptShelf }

/** The dialog for what somebody wants to do, if there is anything. */
export function ShelfQuestions({
  kind,
  asked,
  shelves,
  actions,
  onClose,
}: {
  kind: ShelfKind
  asked: Asked | null
  shelves: readonly KeptShelf[]
  actions: ShelfActions
  onClose: () => void
}) {
  const router = useRouter()
  if (asked === null) return null
  if (asked.kind === 'add') return <ShelfDialog {...{ kind, shelves, actions, onClose }} shelf={null} />
  const { shelf } = asked
  if (asked.kind === 'edit') return <ShelfDialog {...{ kind, shelves, actions, onClose, shelf }} />
  if (asked.kind === 'merge')
    return actions.merging === null ? null : (
      <MergeDialog {...{ kind, shelves, onClose, shelf }} merging={actions.merging} />
    )

  async function remove(): Promise<string | undefined> {
    const result = await actions.remove({ id: shelf.id })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done(`“${shelf.name}” is deleted`)
    return undefined
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Delete “${shelf.name}”?`}
      confirmLabel="Delete"
      isDangerous
      onConfirm={remove}
    >
      Its address, and every one that it had before, ends. To lead readers on, merge it into another{' '}
      {SHELF_WORDS[kind].one} instead.
    </ConfirmDialog>
  )
}
