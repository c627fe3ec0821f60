/** How many entries a page of a list has. */
export const PAGE_LENGTH = 20
