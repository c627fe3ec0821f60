import type { Card } from '@/lib/fronts/layout'

/** What a card dialog edits, times apart. */
export type CardFields = Pick<Card, 'headline' | 'kicker' | 'trailText' | 'picture' | 'size' | 'sublinks' | 'isLocked'>
/** What of a card can be edited, as a change says it. */
export type CardEdit = Partial<CardFields & Pick<Card, 'from' | 'until'>>

/** What differs from the card as the dialog found it: two people who edit different fields of a card keep both. */
export function editOf(before: Card, after: CardFields & Pick<Card, 'from' | 'until'>): CardEdit {
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof after]),
  )
  return Object.fromEntries(entries)
}
