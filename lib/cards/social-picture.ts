import type { PublicPicture } from '../articles/public-article'
import type { PublicArticle } from '../articles/readers'
import { widestSource } from '../document/picture-source'
import type { LookSettings } from '../look/look-settings'
import type { Settings } from '../settings/settings'
import { CARD_SIZE, cardOf, cardPath } from './card-of'

/** What networks show above a link: where it lies, what it shows, and its size in pixels. */
type SocialPicture = { path: string; alt: string; width: number; height: number }

/** Below this a network shows a stamp in the place of a picture; from that on it shows no more. */
const NARROWEST = 600
const WIDE_ENOUGH = CARD_SIZE.width

/** The article's own picture where it is wide enough, else a card with its headline; null where that cannot be drawn. */
export function findSocialPicture(
  article: PublicArticle,
  settings: Settings,
  look: Pick<LookSettings, 'accent'>,
): SocialPicture | null {
  return ownPicture(article.picture) ?? card(article, settings, look)
}

function ownPicture(picture: PublicPicture | null): SocialPicture | null {
  const widths = (picture?.widths ?? []).filter((width) => width >= NARROWEST).sort((a, b) => a - b)
  const width = widths.find((candidate) => candidate >= WIDE_ENOUGH) ?? widths.at(-1)
  if (picture === null || width === undefined) return null
  const path = widestSource({ ...picture, widths: [width] })
  return path === null
    ? null
    : { path, alt: picture.alt, width, height: Math.round((picture.height * width) / picture.width) }
}

function card(article: PublicArticle, settings: Settings, look: Pick<LookSettings, 'accent'>): SocialPicture | null {
  const words = cardOf(article.metadata, settings, look)
  return words === null ? null : { path: cardPath(article.id, words), alt: words.headline, ...CARD_SIZE }
}
