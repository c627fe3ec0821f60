export const TEXT_LEAST = 10
export const TEXT_MOST = 1_000
export const URL_MOST = 500
export const QUOTE_MOST = 500
export const ANSWER_MOST = 5_000
export const REASON_MOST = 500

/** As many as one article can have waiting: beyond that, more of them tell the desk nothing new. */
export const OPEN_MOST = 200
