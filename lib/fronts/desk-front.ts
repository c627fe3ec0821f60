import type { LinkTarget } from '../articles/search-for-link'
import type { FrontKey } from './front-key'
import type { ContainerKind, FrontLayout } from './layout'

/** An article in its place, as readers would have it now. */
export type DeskSlot = {
  articleId: string
  /** Null where the rule put it there. */
  cardId: string | null
  /** With what the card says instead of the article. */
  headline: string
  kicker: string
  trailText: string
  picture: { id: string; widths: number[] } | null
  isLarge: boolean
  sublinks: { articleId: string; headline: string }[]
  /** ISO 8601. */
  publishedAt: string
  /** The paper does not stand by it any more. */
  isRetracted: boolean
}

export type DeskContainer = { id: string; title: string; kind: ContainerKind; slots: DeskSlot[] }

/** Something about a front that an editor should know before it goes out. */
export type FrontProblem = { containerId: string; cardId: string | null; message: string }

/** A front as whoever edits it sees it. */
export type DeskFront = {
  key: FrontKey
  /** "Home", or the section's name. */
  name: string
  /** Where readers have it. */
  path: string
  /** As it is being laid out: what readers have follows when it is published. */
  layout: FrontLayout
  /** Goes up with each change. */
  version: number
  /** What laying out by hand may begin with; for home it is what readers have while nobody does. */
  starter: FrontLayout
  /** What readers have. `isAutomatic` where it is laid out by itself. Times ISO 8601. */
  live: { number: number; publishedAt: string; publishedBy: string } | null
  isAutomatic: boolean
  /** What publishing would change for readers, in words; empty where nothing would. */
  changes: string[]
  /** What readers would have now, container by container, those without an article included. */
  shown: DeskContainer[]
  /** Every article that a card or a link below one speaks of, by its id. One that is deleted is missing. */
  articles: Record<string, LinkTarget>
  problems: FrontProblem[]
  /** The sections of the paper, and the topics that rules of this front name. */
  sections: { slug: string; name: string }[]
  topics: { slug: string; name: string }[]
  mayPublish: boolean
}

/** One time that a front went out. */
export type FrontEditionLine = {
  number: number
  publishedAt: string
  publishedBy: string
  /** What it changed, in words. */
  changes: string[]
  isLive: boolean
}
