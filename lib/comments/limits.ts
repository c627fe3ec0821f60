/** The longest comment, in characters as they are stored. */
export const MOST_CHARACTERS = 5_000

/** The longest quote that a conversation keeps. */
export const MOST_QUOTED = 500
