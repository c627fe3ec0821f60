import type { Room } from './fit-words'

/** Where a headline is read, and how much room it has there. */
export type Surface = Room & {
  /** As a canvas takes it. The sizes are those of the surface, so that the widths are. */
  font: string
  /** CSS pixels between letters. */
  letterSpacing: number
}

/** The letters that search engines, networks and mail programs set: each machine's own, all about as wide as Arial. */
const SYSTEM = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif'

/** The paper's own letters, as headlines.css declares them. */
const PAPER = '"Paper Serif", Georgia, serif'

/** A card of ours where four stand beside each other: a quarter of the page. app/(site)/styles/cards.css. */
export const CARD: Surface = { font: `650 19px ${PAPER}`, letterSpacing: -0.228, width: 268, lines: 2 }

/** A result of a search engine on a wide screen: one line of 600 px. */
export const SEARCH_RESULT: Surface = { font: `20px ${SYSTEM}`, letterSpacing: 0, width: 600, lines: 1 }

/** The card that a network makes of a link: two lines under the picture, 500 px less its margins. */
export const SOCIAL_CARD: Surface = { font: `600 16px ${SYSTEM}`, letterSpacing: 0, width: 476, lines: 2 }

/** The list of a mail program on a phone of 390 px, less the mark and the margins. */
export const MAIL_SUBJECT: Surface = { font: `600 16px ${SYSTEM}`, letterSpacing: 0, width: 320, lines: 1 }

/** The top of our own page on a phone of 390 px. Nothing is cut there; more than five lines push the words off the screen. */
export const PHONE_PAGE: Surface = { font: `700 35px ${PAPER}`, letterSpacing: -0.84, width: 354, lines: 5 }
