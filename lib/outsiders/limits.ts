/** What a link is made for. */
export const PURPOSES = ['READ', 'COMMENT', 'SIGN_OFF'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Thirty days. */
export const LINK_HOURS_MOST = 30 * 24
/** More open links than this are not for single people any more. */
export const OPEN_LINKS_MOST = 20

export const LABEL_MOST = 100
export const NAME_MOST = 100
export const QUOTE_MOST = 500
export const WORDS_MOST = 5_000
