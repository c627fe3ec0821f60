import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { ClaimTimeline } from '@/components/newsroom/claims/claim-timeline.client'
import { StandingBadge } from '@/components/newsroom/claims/standing-badge'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { Badge } from '@/components/ui/badge'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import { type ClaimStory, getClaim } from '@/lib/claims/get-claim'
import { isId } from '@/lib/document/addresses'
import { orNotFound, pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { putDown, takeOff } from './actions'

export const metadata: Metadata = { title: 'Claim' }

export default async function ClaimPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await pageActor('claim.read', `/desk/claims/${id}`)
  if (!isId(id)) notFound()
  const found = await orNotFound(getClaim(actor, id))
  if ('mergedIntoId' in found) redirect(`/desk/claims/${found.mergedIntoId}`)
  const { claim, stories } = found
  return (
    <PageBody width="normal">
      <p className="mb-2 text-sm">
        <Link href="/desk/claims" className="text-ink-soft hover:underline">
          Claims
        </Link>
      </p>
      <PageHeader title={claim.statement}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StandingBadge standing={claim.standing} />
          <span>
            {claim.speaker.name}
            {claim.against === null ? '' : ` about ${claim.against.name}`}
          </span>
        </span>
      </PageHeader>
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <section aria-label="What was said">
          <h2 className="mb-4 font-semibold text-lg">What was said</h2>
          <ClaimTimeline
            key={claim.events.map((event) => event.id).join()}
            claimId={claim.id}
            events={claim.events}
            actions={can(actor, 'claim.register') ? { putDown, takeOff } : null}
          />
        </section>
        <section aria-label="Stories">
          <h2 className="mb-4 font-semibold text-lg">
            {stories.length === 1 ? '1 story' : `${stories.length} stories`}
          </h2>
          {stories.length === 0 ? (
            <p className="text-ink-soft text-sm">No story tells of it at the moment.</p>
          ) : (
            <ul className="flex flex-col gap-5">
              {stories.map((story) => (
                <Story key={story.id} story={story} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </PageBody>
  )
}

function Story({ story }: { story: ClaimStory }) {
  return (
    <li className="flex flex-col gap-2">
      <Link href={`/desk/articles/${story.id}`} className="text-pretty font-medium hover:underline">
        {story.headline || 'Untitled'}
      </Link>
      {story.formerStanding === null ? null : (
        <p className="text-sm text-warn-ink">
          Written when it was {STANDING_WORDS[story.formerStanding]}; nobody has looked since.
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {story.sentences.map(({ sentence, words, isPublic, isInDraft }) => (
          <li key={`${words} ${sentence}`} className="border-line border-l-2 pl-3 font-serif text-ink-soft text-sm">
            {sentence}{' '}
            <Badge tone={isPublic ? 'good' : 'neutral'}>
              {isPublic ? (isInDraft ? 'readers have it' : 'readers have it; gone from the draft') : 'draft'}
            </Badge>
          </li>
        ))}
      </ul>
    </li>
  )
}
