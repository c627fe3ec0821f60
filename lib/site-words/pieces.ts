/**
 * A sentence with something in it that is more than words, such as a link or a time: in which order they stand is for the language to say.
 * A part is whatever the page makes of it.
 */
export type Pieces<Part> = (string | Part)[]
