import { LinkIfMay } from '@/components/newsroom/may.client'
import { StateBadge } from '@/components/newsroom/state-badge'
import { Badge } from '@/components/ui/badge'
import type { ClaimStory } from '@/lib/claims/list-claim-stories'

/** Every story that tells of a claim, with each sentence, and who has it. */
export function ClaimStories({ stories }: { stories: readonly ClaimStory[] }) {
  return (
    <ul aria-label="Stories" className="divide-y divide-line border-line border-y">
      {stories.map(({ articleId, headline, state, uses }) => (
        <li key={articleId} className="py-3 text-sm">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${articleId}`}
              className="wrap-anywhere min-w-0 font-medium text-ink hover:underline"
            >
              {headline || 'Untitled'}
            </LinkIfMay>
            <StateBadge state={state} isTight />
          </p>
          {uses.map(({ eventId, sentence, isInDraft, isPublic }) => (
            <p key={`${eventId} ${sentence}`} className="wrap-anywhere mt-1.5 text-ink-soft">
              {sentence} {isInDraft ? <Badge>Draft</Badge> : null}{' '}
              {isPublic ? <Badge tone="good">Readers</Badge> : null}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
