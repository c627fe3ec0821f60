/** The last page of a list that can be asked for: what lies deeper is passed over row by row, and search finds it (docs/decisions/0046). */
export const LAST_PAGE = 500
