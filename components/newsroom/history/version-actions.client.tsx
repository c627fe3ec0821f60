'use client'

import { Bookmark, History } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import { historyAddress, type View } from './choice'
import type { HistoryActions } from './history-actions'
import { NameDialog } from './name-dialog.client'

/** Name the version that is shown, or bring it back. */
export function VersionActions({
  articleId,
  revisionId,
  title,
  mayName,
  mayRestore,
  view,
  actions,
}: {
  articleId: string
  /** Null for the text as it stands now. */
  revisionId: string | null
  title: string
  mayName: boolean
  mayRestore: boolean
  view: View
  actions: HistoryActions
}) {
  const router = useRouter()
  const [asked, setAsked] = useState<'name' | 'restore' | null>(null)

  async function name(words: string): Promise<string | null> {
    const result = await actions.name({ articleId, revisionId, name: words })
    if (!result.ok) return result.problem.message
    setAsked(null)
    notify.done('Named. It is among the milestones now.')
    router.refresh()
    return null
  }

  async function restore(): Promise<string | undefined> {
    if (revisionId === null) return undefined
    const result = await actions.restore({ articleId, revisionId })
    if (!result.ok) return result.problem.message
    notify.done(result.value.isChanged ? 'Restored. What stood there before is kept.' : 'The text says this already.')
    router.push(historyAddress(articleId, { view }))
    router.refresh()
    return undefined
  }

  useCommands([
    ...(mayName
      ? [{ id: 'history.name', label: 'Name this version', group: 'History', run: () => setAsked('name') }]
      : []),
    ...(mayRestore
      ? [{ id: 'history.restore', label: 'Restore this version', group: 'History', run: () => setAsked('restore') }]
      : []),
  ])

  return (
    <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:[&>button]:flex-1 max-sm:[&>button>svg]:hidden">
      {mayName ? (
        <Button icon={<Bookmark aria-hidden="true" className="size-4" />} onClick={() => setAsked('name')}>
          Name this version
        </Button>
      ) : null}
      {mayRestore ? (
        <Button
          variant="primary"
          icon={<History aria-hidden="true" className="size-4" />}
          onClick={() => setAsked('restore')}
        >
          Restore this version
        </Button>
      ) : null}
      {asked === 'name' ? <NameDialog title={title} onName={name} onClose={() => setAsked(null)} /> : null}
      <ConfirmDialog
        open={asked === 'restore'}
        onOpenChange={(open) => setAsked(open ? 'restore' : null)}
        title={`Restore ‘${title}’?`}
        confirmLabel="Restore"
        onConfirm={restore}
      >
        <p>
          The text becomes what it was then, for everybody who has it open. Readers see nothing of it until you publish.
        </p>
        <p>
          What stands there now is kept as a version first, so this can be taken back. Fields around the text stay as
          they are.
        </p>
      </ConfirmDialog>
    </div>
  )
}
