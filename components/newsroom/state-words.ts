import type { Tone } from '@/components/ui/badge'
import type { ArticleState } from '@/lib/articles/state'

/** What the states of an article are called, everywhere on the desk. */
export const STATE_WORDS: Record<ArticleState, { name: string; many: string; tone: Tone }> = {
  PITCHED: { name: 'Pitched', many: 'Pitches', tone: 'note' },
  COMMISSIONED: { name: 'Commissioned', many: 'Commissioned', tone: 'note' },
  DRAFT: { name: 'Draft', many: 'Drafts', tone: 'neutral' },
  FILED: { name: 'Filed', many: 'Filed', tone: 'warn' },
  SUBBING: { name: 'In subbing', many: 'In subbing', tone: 'warn' },
  LEGAL: { name: 'Legal', many: 'With legal', tone: 'warn' },
  APPROVED: { name: 'Approved', many: 'Approved', tone: 'accent' },
  SCHEDULED: { name: 'Scheduled', many: 'Scheduled', tone: 'accent' },
  PUBLISHED: { name: 'Published', many: 'Published', tone: 'good' },
  UNPUBLISHED: { name: 'Unpublished', many: 'Unpublished', tone: 'danger' },
  KILLED: { name: 'Killed', many: 'Killed', tone: 'danger' },
  SPIKED: { name: 'Spiked', many: 'Spiked', tone: 'danger' },
  ON_HOLD: { name: 'On hold', many: 'On hold', tone: 'neutral' },
}
