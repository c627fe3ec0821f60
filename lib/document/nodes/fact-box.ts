import { box } from './box'

/** What a reader should know of a case, a person or a place, set apart from the prose. */
export const factBox = box('factBox', '(paragraph | list)+')
