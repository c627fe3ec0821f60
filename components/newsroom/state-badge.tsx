import { Badge } from '@/components/ui/badge'
import type { ArticleState } from '@/lib/articles/state'
import { STATE_WORDS } from './state-words'

/** Where an article stands, and whether readers still wait for what was changed since. */
export function StateBadge({
  state,
  hasUnpublishedChanges = false,
  isTight = false,
  className,
}: {
  state: ArticleState
  hasUnpublishedChanges?: boolean | undefined
  /** Says it in a word where the screen is narrow. */
  isTight?: boolean | undefined
  className?: string | undefined
}) {
  if (state === 'PUBLISHED' && hasUnpublishedChanges) {
    return (
      <Badge tone="note" dot className={className}>
        {isTight ? (
          <>
            <span className="max-md:hidden">Published, with changes</span>
            <span className="md:hidden">Changed</span>
          </>
        ) : (
          'Published, with changes'
        )}
      </Badge>
    )
  }
  const { name, tone } = STATE_WORDS[state]
  return (
    <Badge tone={tone} dot className={className}>
      {name}
    </Badge>
  )
}
