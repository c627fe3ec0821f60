'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Skeleton } from '@/components/ui/skeleton'
import { notify } from '@/components/ui/toaster.client'
import { now } from '@/lib/clock'
import { type Breaking, endBreaking, readBreaking } from '../api/breaking'
import { useSurface } from '../surface-context.client'
import { sayTime } from '../workflow/say-time'
import { useReadAgain } from '../workflow/use-read-again.client'
import { BreakingDialog } from './breaking-dialog.client'
import { NoticeBox } from './notice-box.client'
import { PastAlerts } from './past-alerts'
import { sentWords } from './sent-words'

/** The banner on every public page: what stands there now, and how this article gets there. */
export function BreakingBox() {
  const { articleId } = useSurface()
  const { state, again } = useReadAgain(readBreaking)
  const [asked, setAsked] = useState<'start' | 'end' | null>(null)
  useLookAgain(state.kind === 'read' ? state.value : null, again)
  if (state.kind === 'reading') return <Skeleton className="h-10" />
  if (state.kind === 'failed') {
    return (
      <section aria-label="Breaking">
        <h3 className="mb-2 font-semibold text-sm">Breaking</h3>
        <Callout tone="danger" title="This could not be read" actions={<Button onClick={again}>Try again</Button>}>
          {state.message}
        </Callout>
      </section>
    )
  }
  const openDialog = () => {
    // Somebody may have pressed it for another article meanwhile, of which this page heard nothing.
    void again()
    setAsked('start')
  }
  const { running, notice, past, may, refusal, zone } = state.value
  // Before it was ever public there is nothing to say to somebody who may not press it.
  if (!may && running?.articleId !== articleId && past.length === 0 && notice === null) return null
  return (
    <section aria-label="Breaking">
      <h3 className="mb-2 font-semibold text-sm">Breaking</h3>
      {notice === null ? null : <NoticeBox notice={notice} onDone={again} />}
      {running === null ? null : <Running running={running} isHere={running.articleId === articleId} zone={zone} />}
      {may && refusal !== null ? <p className="text-ink-soft text-sm">{refusal}</p> : null}
      {may && refusal === null && running === null ? (
        <p className="text-ink-soft text-sm">No banner stands on the site. One press puts this article there.</p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {may && refusal === null ? (
          <Button size="small" onClick={() => openDialog()}>
            {running?.articleId === articleId ? 'Change it…' : 'Breaking…'}
          </Button>
        ) : null}
        {running?.mayEnd ? (
          <Button size="small" variant="quiet" onClick={() => setAsked('end')}>
            End now…
          </Button>
        ) : null}
      </div>
      <PastAlerts past={past} zone={zone} />
      {asked === 'start' ? (
        <BreakingDialog breaking={state.value} onDone={again} onFailed={again} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'end' && running !== null ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title="End the banner now?"
          confirmLabel="End now"
          isDangerous
          onConfirm={async () => {
            await endBreaking(running.articleId).finally(again)
            notify.done('The banner has ended.')
          }}
        >
          <p>
            “{running.text}” leaves every page at once, and what was not sent yet of its alert is not sent. The article
            stays as it is.
          </p>
        </ConfirmDialog>
      ) : null}
    </section>
  )
}

const SENDING_MILLISECONDS = 3_000
const AFTER_END_MILLISECONDS = 1_000

/** The end of a banner and each mail that goes out are told to nobody: they are looked for. */
function useLookAgain(breaking: Breaking | null, again: () => Promise<void>): void {
  useEffect(() => {
    if (breaking === null) return
    const { running, past } = breaking
    const waits: number[] = []
    if (running !== null) waits.push(new Date(running.until).getTime() - now().getTime() + AFTER_END_MILLISECONDS)
    if ([running, ...past].some((each) => (each?.sent?.waiting ?? 0) > 0)) waits.push(SENDING_MILLISECONDS)
    if (waits.length === 0) return
    const timer = setTimeout(again, Math.max(SENDING_MILLISECONDS, Math.min(...waits)))
    return () => clearTimeout(timer)
  }, [breaking, again])
}

function Running({
  running,
  isHere,
  zone,
}: {
  running: NonNullable<Breaking['running']>
  isHere: boolean
  zone: string
}) {
  return (
    <Callout
      tone="danger"
      title={isHere ? 'This is the banner on every page' : 'Another article is the banner on every page'}
      className="mb-2"
    >
      <p className="break-words">“{running.text}”</p>
      <p className="mt-1">
        Started by {running.by}. It ends by itself{' '}
        <time dateTime={running.until} className="font-medium">
          {sayTime(running.until, zone, now())}
        </time>
        .
      </p>
      {running.sent === null ? null : <p className="mt-1">{sentWords(running.sent)}</p>}
      {isHere ? null : (
        <a href={`/desk/articles/${running.articleId}`} className="mt-1 inline-block underline">
          Open that article
        </a>
      )}
    </Callout>
  )
}
