'use client'

import type { Editor } from '@tiptap/react'
import { EvidenceFiles } from '@/components/newsroom/claims/evidence-files'
import { RemoveFile } from '@/components/newsroom/claims/remove-file.client'
import { StandingBadge } from '@/components/newsroom/claims/standing-badge'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { notify } from '@/components/ui/toaster.client'
import { BASIS_WORDS, STANDING_WORDS } from '@/lib/claims/claim-words'
import { decideNotice, type ListedClaim, type ListedEvent, type ListedNotice } from '../api/claims'
import { messageOf } from '../api/request'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'
import { useReadLater } from '../use-read-later.client'
import { telling } from './claim-dialog.client'
import { placesOfEvents, type Range } from './claimed-words'
import { ClaimsForReaders } from './claims-for-readers.client'
import type { ClaimsHandle } from './use-claims.client'

/** The claims of the story: where each stands, who said what of it, and which words tell it. */
export function ClaimsPage({
  editor,
  handle,
  onPlace,
}: {
  editor: Editor
  handle: ClaimsHandle
  onPlace: (position: number) => void
}) {
  const places = useReadLater(editor, readPlaces)
  const { known, problem } = handle
  if (known === null) {
    return problem === null ? (
      <p role="status" className="text-ink-faint text-sm">
        Reading the claims…
      </p>
    ) : (
      <Callout tone="warn" title="The claims could not be read">
        {problem}{' '}
        <button type="button" className="underline" onClick={() => void handle.read()}>
          Try again
        </button>
      </Callout>
    )
  }
  return (
    <>
      {problem === null ? null : (
        <p role="alert" className="mb-4 text-danger-ink text-sm">
          {problem}
        </p>
      )}
      <ClaimsForReaders handle={handle} />
      <Changed handle={handle} notices={known.notices} claims={known.claims} />
      {known.claims.length === 0 ? (
        <EmptyState title="No claims yet">
          Select words that state something and press {shortcutText('Mod-Alt-A')}. The desk then sees who says so, and
          is told when that is denied.
        </EmptyState>
      ) : (
        <ul aria-label="Claims" className="flex flex-col gap-5">
          {known.claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} places={places} onPlace={onPlace} onFileRemoved={handle.read} />
          ))}
        </ul>
      )}
    </>
  )
}

function readPlaces(doc: Parameters<typeof placesOfEvents>[0]): Record<string, Range> {
  return Object.fromEntries(placesOfEvents(doc))
}

function ClaimCard({
  claim,
  places,
  onPlace,
  onFileRemoved,
}: {
  claim: ListedClaim
  places: Record<string, Range>
  onPlace: (position: number) => void
  onFileRemoved: () => Promise<void>
}) {
  return (
    <li className="flex flex-col gap-2 border-line border-b pb-5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <StandingBadge standing={claim.standing} />
        <span className="font-medium text-sm">{claim.speaker.name}</span>
        {claim.against === null ? null : <span className="text-ink-faint text-sm">about {claim.against.name}</span>}
      </div>
      <p className="text-pretty font-serif first-letter:uppercase">{claim.statement}</p>
      <ol aria-label="What was said" className="flex flex-col gap-2 border-line border-l pl-3">
        {claim.events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            place={places[event.id]}
            onPlace={onPlace}
            onFileRemoved={() => void onFileRemoved()}
          />
        ))}
      </ol>
      <p className="text-sm">
        <a href={`/desk/claims/${claim.id}`} className="text-accent-ink underline-offset-2 hover:underline">
          {claim.others === 0
            ? 'In the register'
            : `In the register, and in ${claim.others === 1 ? 'one other story' : `${claim.others} other stories`}`}
        </a>
      </p>
    </li>
  )
}

function EventRow({
  event,
  place,
  onPlace,
  onFileRemoved,
}: {
  event: ListedEvent
  place: Range | undefined
  onPlace: (position: number) => void
  onFileRemoved: () => void
}) {
  const { articleId, ask, facts } = useSurface()
  const isHere = event.articleId === articleId || place !== undefined
  return (
    <li className="flex flex-col gap-0.5 text-sm">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span>{telling(event)}</span>
        <span className="text-ink-faint text-xs">
          {event.saidAt === null ? 'undated' : <RelativeTime at={new Date(event.saidAt)} now={new Date()} />}
          {event.basis === null ? '' : ` · ${BASIS_WORDS[event.basis]}`}
        </span>
      </span>
      <span className="line-clamp-2 font-serif text-ink-soft">{event.quote}</span>
      <EvidenceFiles
        files={event.files}
        now={new Date()}
        remove={isHere && facts.can.edit ? (file) => <RemoveFile file={file} onRemoved={onFileRemoved} /> : null}
      />
      {isHere ? (
        <span className="flex flex-wrap items-center gap-1.5">
          {place === undefined ? (
            <span className="text-warn-ink text-xs">Its words are no longer in the text.</span>
          ) : (
            <Button size="small" variant="quiet" onClick={() => onPlace(place.from)}>
              Go to the words
            </Button>
          )}
          {facts.can.edit ? (
            <Button size="small" variant="quiet" onClick={() => ask({ kind: 'mark claim', eventId: event.id })}>
              Change
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  )
}

const DECISIONS = [
  ['FINE', 'Fine as it stands'],
  ['UPDATE', 'I update it'],
  ['CORRECT', 'It needs a correction'],
] as const

/** Claims that changed since this story was written, until somebody has decided. */
function Changed({
  handle,
  notices,
  claims,
}: {
  handle: ClaimsHandle
  notices: readonly ListedNotice[]
  claims: readonly ListedClaim[]
}) {
  const { articleId, facts } = useSurface()
  if (notices.length === 0) return null

  async function decide(id: string, decision: (typeof DECISIONS)[number][0]) {
    try {
      await decideNotice(articleId, id, decision)
    } catch (error) {
      notify.problem(messageOf(error))
    }
    void handle.read()
  }

  return (
    <section aria-label="Changed since it was written" className="mb-6 flex flex-col gap-3">
      <h3 className="font-semibold text-sm">Changed since it was written</h3>
      <ul className="flex flex-col gap-3">
        {notices.map((notice) => (
          <li key={notice.id} className="rounded-md bg-warn-wash px-3 py-2.5 text-sm">
            <p className="text-pretty">
              {claims.find(({ id }) => id === notice.claimId)?.statement ?? 'A claim'} was{' '}
              {STANDING_WORDS[notice.formerStanding]} and is now <strong>{STANDING_WORDS[notice.standing]}</strong>.
              This story says: “{notice.sentence}”
            </p>
            {facts.can.edit ? (
              <div className="mt-2 flex flex-wrap gap-1.5">
                {DECISIONS.map(([decision, words]) => (
                  <Button key={decision} size="small" onClick={() => void decide(notice.id, decision)}>
                    {words}
                  </Button>
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
