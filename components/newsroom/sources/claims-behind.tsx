import { StandingBadge } from '@/components/newsroom/claims/standing-badge'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { EVENT_WORDS } from '@/lib/claims/claim-words'
import type { BehindClaim } from '@/lib/sources/get-source'
import { AddClaim, RemoveClaim } from './claim-of-source.client'
import type { SourceActions } from './source-actions'

type Props = {
  sourceId: string
  claims: readonly BehindClaim[]
  /** Null where the person may change nothing. */
  actions: Pick<SourceActions, 'findClaims' | 'claimEvents' | 'use' | 'stopUse'> | null
}

/** The claims that a source stands behind. */
export function ClaimsBehind({ sourceId, claims, actions }: Props) {
  return (
    <>
      {claims.length === 0 ? (
        <p className="text-ink-soft text-sm">It stands behind no claim yet.</p>
      ) : (
        <ul aria-label="Claims" className="divide-y divide-line border-line border-y">
          {claims.map((claim) => (
            <li key={claim.eventId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 text-sm">
              <div className="min-w-0 flex-1 basis-60">
                <LinkIfMay
                  needs="claim.read"
                  href={`/desk/claims/${claim.claimId}`}
                  className="wrap-anywhere font-medium text-ink hover:underline"
                >
                  {claim.statement}
                </LinkIfMay>
                <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
                  <StandingBadge standing={claim.standing} />
                  <span className="wrap-anywhere min-w-0">
                    Behind: {claim.speaker} {EVENT_WORDS[claim.kind].did}
                  </span>
                </p>
              </div>
              {actions === null ? null : <RemoveClaim sourceId={sourceId} claim={claim} stopUse={actions.stopUse} />}
            </li>
          ))}
        </ul>
      )}
      {actions === null ? null : <AddClaim sourceId={sourceId} actions={actions} />}
    </>
  )
}
