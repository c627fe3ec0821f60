'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Skeleton } from '@/components/ui/skeleton'
import { type ListedLink, readOutsiders, revokeOutsiderLink } from '../api/outsiders'
import { useSurface } from '../surface-context.client'
import { useReadAgain } from '../workflow/use-read-again.client'
import { MakeLinkDialog } from './make-link-dialog.client'
import { OutsiderComments } from './outsider-comments.client'
import { OutsiderLinks } from './outsider-links'

/** Who reads the article by secret link before it is published, and what they said. */
export function OutsidersBox({ zone, saveAll }: { zone: string; saveAll: () => Promise<{ version: number }> }) {
  const { articleId } = useSurface()
  const { state, again } = useReadAgain(readOutsiders)
  const [isMaking, setIsMaking] = useState(false)
  const [revoking, setRevoking] = useState<ListedLink | null>(null)
  return (
    <section aria-label="Readers by link">
      <h3 className="mb-2 font-semibold text-sm">Readers by link</h3>
      {state.kind === 'reading' ? <Skeleton className="h-10" /> : null}
      {state.kind === 'failed' ? (
        <Callout tone="danger" title="This could not be read" actions={<Button onClick={again}>Try again</Button>}>
          {state.message}
        </Callout>
      ) : null}
      {state.kind !== 'read' ? null : (
        <>
          {state.value.links.length === 0 ? (
            <p className="text-ink-soft text-sm">Nobody outside the newsroom has a link to it.</p>
          ) : (
            <OutsiderLinks
              links={state.value.links}
              zone={zone}
              mayRevoke={state.value.can.invite}
              onRevoke={setRevoking}
            />
          )}
          {state.value.can.invite ? (
            <Button size="small" className="mt-3" onClick={() => setIsMaking(true)}>
              Make a link…
            </Button>
          ) : null}
          <OutsiderComments comments={state.value.comments} mayResolve={state.value.can.resolve} onChanged={again} />
          {isMaking ? (
            <MakeLinkDialog
              mayAskToSign={state.value.can.inviteToSign}
              saveAll={saveAll}
              onMade={again}
              onClose={() => setIsMaking(false)}
            />
          ) : null}
        </>
      )}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => !open && setRevoking(null)}
        title={`Revoke the link for ${revoking?.label ?? ''}?`}
        confirmLabel="Revoke"
        isDangerous
        onConfirm={async () => {
          if (revoking !== null) await revokeOutsiderLink(articleId, revoking.id)
          await again()
        }}
      >
        Whoever has it sees nothing any more, at once. What they wrote or signed stays here.
      </ConfirmDialog>
    </section>
  )
}
