import type { LinkTarget } from '@/lib/articles/search-for-link'
import type { DeskFront, DeskSlot } from '@/lib/fronts/desk-front'
import type { Card } from '@/lib/fronts/layout'
import { whereIs } from './places'

/** What a card or what a rule found shows of itself. */
export type CardView = {
  headline: string
  kicker: string
  trailText: string
  picture: { id: string; widths: readonly number[] } | null
  /** ISO 8601; null where the article is gone. */
  at: string | null
  isRetracted: boolean
  sublinks: string[]
}

/** Pictures that were chosen in this visit have these widths at least. */
const LIKELY_WIDTHS = [320]

/**
 * A card as readers would have it. What the server told of it goes first, where the card still says the same; else what is
 * known of the article.
 */
export function viewOfCard(
  card: Card,
  slot: DeskSlot | null,
  front: DeskFront,
  articles: Readonly<Record<string, LinkTarget>>,
): CardView {
  const article = articles[card.articleId]
  const told = whereIs(front.layout, card.id)?.card
  const known = slot ?? front.shown.flatMap(({ slots }) => slots).find(({ articleId }) => articleId === card.articleId)
  // What the server told may be words of the card that it has no more.
  const ofArticle = (field: 'headline' | 'kicker' | 'trailText') =>
    known !== undefined && !(slot !== null && told?.[field]) ? known[field] : ''
  return {
    headline: card.headline || ofArticle('headline') || article?.headline.trim() || 'Without a headline',
    kicker: card.kicker || ofArticle('kicker'),
    trailText: card.trailText || ofArticle('trailText'),
    picture: pictureOf(card, told, slot, article),
    at: known?.publishedAt ?? article?.date ?? null,
    isRetracted: known?.isRetracted === true,
    sublinks: card.sublinks.map((id) => articles[id]?.headline.trim() || 'An article that is gone'),
  }
}

export function viewOfSlot(slot: DeskSlot): CardView {
  const { headline, kicker, trailText, picture, publishedAt, isRetracted } = slot
  return { headline, kicker, trailText, picture, at: publishedAt, isRetracted, sublinks: [] }
}

function pictureOf(
  { picture }: Card,
  told: Card | undefined,
  slot: DeskSlot | null,
  article: LinkTarget | undefined,
): CardView['picture'] {
  if (picture.kind === 'none') return null
  if (slot !== null && JSON.stringify(told?.picture) === JSON.stringify(picture)) return slot.picture
  return picture.kind === 'other' ? { id: picture.mediaId, widths: LIKELY_WIDTHS } : (article?.picture ?? null)
}
