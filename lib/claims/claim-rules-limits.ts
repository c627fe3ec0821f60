/** The last paragraph by which a paper may ask for a denial. */
export const DENIAL_WITHIN_MOST = 50
