/** A session ends this long after signing in, whatever is done in it. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** A session that nobody used for this long has ended. */
export const IDLE_SECONDS = 14 * 24 * 60 * 60

/** How exact "last seen" is: it is written no more often than this. */
export const SEEN_SECONDS = 60
