import type { Teaser } from './public-article'
import type { Section } from './readers'

/** How many of the newest articles the front page chooses from. */
export const NEWEST_ON_FRONT = 16
/** How many of each section: enough to fill its strip after the top has taken its share. */
export const NEWEST_PER_SECTION = 10

const BELOW_LENGTH = 2
const BESIDE_LENGTH = 3
const LATEST_LENGTH = 8
const STRIP_LENGTH = 4

export type Front = {
  lead: Teaser | null
  /** Under the lead, and beside it. */
  below: Teaser[]
  beside: Teaser[]
  /** The newest of the rest as bare headlines with their times. */
  latest: Teaser[]
  strips: { section: Section; articles: Teaser[] }[]
}

type SectionNews = { section: Section; articles: readonly Teaser[] }

/**
 * Lays out a front page: the newest article with a picture leads, the newest others stand around it, and each section has
 * a strip of what the top has not shown. No card stands twice.
 *
 * @param newest of all sections, newest first
 * @param bySection the newest of each section, in the order of the masthead
 */
export function composeFront(newest: readonly Teaser[], bySection: readonly SectionNews[]): Front {
  const lead = newest.find((article) => article.picture !== null) ?? newest[0] ?? null
  const rest = newest.filter((article) => article !== lead)
  const beside = rest.slice(0, BESIDE_LENGTH)
  const below = rest.slice(BESIDE_LENGTH, BESIDE_LENGTH + BELOW_LENGTH)
  const atTop = new Set([lead, ...beside, ...below].map((article) => article?.id))
  const latest = rest.filter(({ id }) => !atTop.has(id)).slice(0, LATEST_LENGTH)
  const strips = bySection
    .map(({ section, articles }) => ({
      section,
      articles: pictureFirst(articles.filter(({ id }) => !atTop.has(id)).slice(0, STRIP_LENGTH)),
    }))
    .filter(({ articles }) => articles.length > 0)
  return { lead, below, beside, latest, strips }
}

/** A strip opens with a picture where it has one. */
function pictureFirst(articles: Teaser[]): Teaser[] {
  const opener = articles.find((article) => article.picture !== null)
  return opener === undefined ? articles : [opener, ...articles.filter((article) => article !== opener)]
}
