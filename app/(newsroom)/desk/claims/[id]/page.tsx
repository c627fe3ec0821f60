import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { ChangedStories } from '@/components/newsroom/claims/changed-stories'
import { ClaimButtons, UndoMerge } from '@/components/newsroom/claims/claim-buttons.client'
import { ClaimStories } from '@/components/newsroom/claims/claim-stories'
import { ForReaders } from '@/components/newsroom/claims/for-readers'
import { StandingBadge } from '@/components/newsroom/claims/standing-badge'
import { Timeline } from '@/components/newsroom/claims/timeline'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Stamps } from '@/components/newsroom/sources/stamps'
import { getClaim, type KeptClaim } from '@/lib/claims/get-claim'
import { listChangedStories, listClaimStories } from '@/lib/claims/list-claim-stories'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { localTime } from '@/lib/schedule/zoned-time'
import { readSettings } from '@/lib/settings/settings'
import { listStamps } from '@/lib/sources/list-stamps'
import * as actions from '../actions'

export const metadata: Metadata = { title: 'Claim' }

/** One claim: what happened to it, and every story that tells of it. */
export default async function ClaimPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('claim.read', id ? `/desk/claims/${id}` : '/desk/claims')
  if (!id) notFound()
  const found = await orNotFound(getClaim(actor, id))
  if (found.kind === 'merged') redirect(`/desk/claims/${found.intoId}`)
  const { claim } = found
  const [{ stories, total }, changed, settings, stamps] = await Promise.all([
    listClaimStories(actor, id),
    listChangedStories(actor, { claimId: id, limit: 100 }),
    readSettings(),
    listStamps(actor, [id]),
  ])
  const mayRegister = can(actor, 'claim.register')
  const mayMerge = can(actor, 'claim.merge')
  const mayTellReaders = can(actor, 'claim.readers')
  const { add, edit, drop, correct, merge, undo, review, dropReview, find, decide } = actions
  const all = { add, edit, drop, correct, merge, undo, review, dropReview, find, decide }
  return (
    <PageBody width="narrow">
      <BackLink href="/desk/claims">Claims</BackLink>
      <PageHeader title={<span className="wrap-anywhere block first-letter:uppercase">{claim.statement}</span>}>
        <span className="wrap-anywhere">
          Says {claim.speaker.name}
          {claim.against === null ? '' : `, of ${claim.against.name}`}.
        </span>
        <span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
          <StandingBadge standing={claim.standing} />
          <Stamps stamps={stamps.get(id) ?? []} />
          <span>
            Changed <RelativeTime at={claim.changedAt} now={now()} />
          </span>
        </span>
        <span className="mt-4 flex flex-wrap gap-2">
          <ClaimButtons
            claim={{
              id,
              statement: claim.statement,
              isStatementForReaders: claim.isStatementForReaders,
              names: namesIn(claim),
            }}
            actions={all}
            mayRegister={mayRegister}
            mayMerge={mayMerge}
            mayTellReaders={mayTellReaders}
          />
        </span>
      </PageHeader>
      <Part title="What happened">
        <Timeline
          claim={claim}
          time={settings}
          now={now()}
          actions={mayRegister ? all : null}
          mayTellReaders={mayTellReaders}
        />
      </Part>
      <Part title="Readers">
        <ForReaders
          claim={claim}
          time={settings}
          today={localTime(now(), settings.timeZone).slice(0, 10)}
          actions={mayTellReaders ? all : null}
        />
      </Part>
      {changed.stories.length === 0 ? null : (
        <Part title="Stories written before it changed">
          <ChangedStories stories={changed.stories} now={now()} decide={decide} isOfOneClaim />
        </Part>
      )}
      <Part title={total === 1 ? '1 story tells of it' : `${total} stories tell of it`}>
        <ClaimStories stories={stories} />
        {total > stories.length ? (
          <p className="mt-2 text-ink-soft text-sm">The newest {stories.length} are shown.</p>
        ) : null}
      </Part>
      {claim.merged.length === 0 ? null : (
        <Part title="Merged into it">
          <ul className="divide-y divide-line">
            {claim.merged.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
                <span className="wrap-anywhere min-w-0">
                  {one.statement} <span className="text-ink-soft">({one.speaker})</span>
                </span>
                {mayMerge ? <UndoMerge claim={one} undo={undo} /> : null}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </PageBody>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  )
}

/** Whom a statement may be about that says only "he": of whom it is said, whoever denies it, whoever says it of themselves. */
function namesIn({ against, speaker, events }: KeptClaim): string[] {
  const deniers = events.filter(({ kind }) => kind === 'DENIED').map((event) => event.speaker.name)
  return [...new Set([...(against === null ? [] : [against.name]), ...deniers, speaker.name])]
}
