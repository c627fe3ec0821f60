import { LinkIfMay } from '@/components/newsroom/may.client'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { StateBadge } from '@/components/newsroom/state-badge'
import { Link } from '@/components/ui/link'
import type { ChangedStory } from '@/lib/claims/list-claim-stories'
import type { ClaimActions } from './claim-actions'
import { DecideButtons } from './decide-buttons.client'
import { StandingBadge } from './standing-badge'

type Props = {
  stories: readonly ChangedStory[]
  now: Date
  decide: ClaimActions['decide']
  isOfOneClaim?: boolean
}

/** Stories whose claim changed since they were written, and what to do about each. */
export function ChangedStories({ stories, now, decide, isOfOneClaim = false }: Props) {
  return (
    <ul aria-label="Stories to look at" className="divide-y divide-line border-line border-y">
      {stories.map((story) => (
        <li key={story.noticeId} className="space-y-2 py-4 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${story.articleId}`}
              className="wrap-anywhere min-w-0 font-medium text-base text-ink hover:underline"
            >
              {story.headline || 'Untitled'}
            </LinkIfMay>
            <StateBadge state={story.state} isTight />
          </p>
          <blockquote className="wrap-anywhere border-line-strong border-l-2 pl-3 text-ink-soft">
            {story.sentence}
          </blockquote>
          <p className="flex flex-wrap items-center gap-2 text-ink-soft">
            <StandingBadge standing={story.formerStanding} /> <span>became</span>{' '}
            <StandingBadge standing={story.standing} /> <RelativeTime at={story.raisedAt} now={now} />
          </p>
          {isOfOneClaim ? null : (
            <p className="wrap-anywhere text-ink-soft">
              Claim:{' '}
              <Link href={`/desk/claims/${story.claim.id}`} className="text-ink underline underline-offset-2">
                {story.claim.statement}
              </Link>
            </p>
          )}
          {story.mayDecide ? (
            <DecideButtons
              articleId={story.articleId}
              noticeId={story.noticeId}
              headline={story.headline}
              decide={decide}
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}
