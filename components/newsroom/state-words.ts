import type { Tone } from '@/components/ui/badge'
import type { ArticleState } from '@/lib/articles/state'

/** What the states of an article are called, everywhere on the desk. */
export const STATE_WORDS: Record<ArticleState, { name: string; many: string; tone: Tone }> = {
  DRAFT: { name: 'Draft', many: 'Drafts', tone: 'neutral' },
  FILED: { name: 'Filed', many: 'Filed', tone: 'warn' },
  PUBLISHED: { name: 'Published', many: 'Published', tone: 'good' },
  UNPUBLISHED: { name: 'Unpublished', many: 'Unpublished', tone: 'danger' },
}
