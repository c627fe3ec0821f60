'use client'

import { Check, CloudOff, TriangleAlert } from 'lucide-react'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { useFrontDesk } from './front-desk.client'
import { counted } from './front-words'

/** Where every change of this visit is now, and whether others' are heard. */
export function FrontStatusLine({ isLive }: { isLive: boolean }) {
  const { status } = useFrontDesk().state
  const isCalm = (status.kind === 'saved' || status.kind === 'saving') && isLive
  return (
    <p
      role="status"
      aria-label="Save status"
      className={classes('flex items-center gap-1.5 text-xs', isCalm ? 'text-ink-faint' : 'text-warn-ink')}
    >
      <span aria-hidden="true" className="flex size-4 shrink-0 items-center justify-center [&_svg]:size-3.5">
        {status.kind === 'saved' && isLive ? <Check /> : null}
        {status.kind === 'offline' || (!isLive && status.kind === 'saved') ? <CloudOff /> : null}
        {status.kind === 'signedOut' ? <TriangleAlert /> : null}
      </span>
      {status.kind === 'saved' ? (isLive ? 'Saved' : 'Saved. What others do is not shown: no connection') : null}
      {status.kind === 'saving' ? 'Saving…' : null}
      {status.kind === 'offline' ? `Offline: ${counted(status.waiting, 'change')} here alone` : null}
      {status.kind === 'signedOut' ? (
        <span>
          Signed out: {counted(status.waiting, 'change')} here alone.{' '}
          <Link href="/login" target="_blank" className="underline">
            Sign in again
          </Link>
        </span>
      ) : null}
    </p>
  )
}
