import { Monitor } from 'lucide-react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListedSession } from '@/lib/auth/list-sessions'
import type { ActionResult } from '@/lib/http/action'
import { EndAllButton } from './end-all-button.client'
import { EndSessionButton } from './end-session-button.client'

export type SessionActions = {
  endSession: (input: { sessionId: string }) => Promise<ActionResult<void>>
  endAll: (input: { personId: string }) => Promise<ActionResult<{ ended: number }>>
}

/**
 * Where somebody is signed in, with what ends it: one browser, or all but the one in which this is read.
 * @param personName null where people look at their own
 */
export function SessionsSection({
  personId,
  personName,
  sessions,
  now,
  actions,
}: {
  personId: string
  personName: string | null
  sessions: readonly ListedSession[]
  now: Date
  actions: SessionActions
}) {
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <section aria-labelledby="sessions" className={personName === null ? 'border-line border-t py-8' : undefined}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="sessions" className={personName === null ? 'font-semibold text-lg' : 'font-semibold text-base'}>
          Signed in
        </h2>
        {others.length > 1 || (others.length === 1 && personName !== null) ? (
          <EndAllButton personId={personId} personName={personName} count={others.length} endAll={actions.endAll} />
        ) : null}
      </div>
      {sessions.length === 0 ? (
        <EmptyState icon={<Monitor aria-hidden="true" />} title="No open sessions">
          {personName} is not signed in anywhere.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {sessions.map((session) => (
            <li key={session.id} className="flex items-center gap-4 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
                  {session.device}
                  {session.isThis ? <Badge tone="accent">This browser</Badge> : null}
                </p>
                <p className="text-pretty text-ink-soft text-xs">
                  From {session.place}, seen <RelativeTime at={session.lastSeenAt} now={now} />
                </p>
                <p className="text-pretty text-ink-faint text-xs">
                  Signed in <RelativeTime at={session.createdAt} now={now} />, {session.how}
                </p>
              </div>
              <EndSessionButton sessionId={session.id} device={session.device} endSession={actions.endSession} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
