import { createHash } from 'node:crypto'
import type { EditionMetadata } from '../articles/edition-metadata'
import type { LookSettings } from '../look/look-settings'
import type { Settings } from '../settings/paper-settings'
import { directionOf } from '../settings/text-direction'

/** The size that social networks show large, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

export type CardWords = {
  headline: string
  paper: string
  direction: 'ltr' | 'rtl'
  /** The paper's colour, "#rrggbb". */
  accent: string
}

/** What the card of an edition says; null where it cannot be drawn. */
export function cardOf(
  metadata: Pick<EditionMetadata, 'headline' | 'socialHeadline'>,
  { name, language }: Pick<Settings, 'name' | 'language'>,
  { accent }: Pick<LookSettings, 'accent'>,
): CardWords | null {
  const headline = metadata.socialHeadline || metadata.headline
  if (!canBeDrawn(headline)) return null
  return { headline, paper: name, direction: directionOf(language), accent }
}

/**
 * Where the card lies. Networks keep a picture by its address: the mark behind it changes with the words, and is looked at by nobody here.
 */
export function cardPath(articleId: string, card: CardWords): string {
  const mark = createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 8)
  return `/cards/${articleId}.png?v=${mark}`
}

const WRITTEN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]*$/u

/** Whether our own fonts have the letters: a machine may have no others, and boxes in the place of words are worse than no card. */
export function canBeDrawn(words: string): boolean {
  return WRITTEN.test(words) && /\p{L}/u.test(words)
}
