import type { Pieces } from '../pieces'

/** Notes on what was published: below each article, on the page of all of them, and in its feeds. */
export const corrections = {
  title: 'Corrections and clarifications',
  about: (paper: string) => `What ${paper} put right, made clearer, added or took back, the newest first.`,
  nothing: 'Nothing had to be put right so far.',
  /** Above the notes of one article. */
  onThis: 'Corrections and clarifications',
  kinds: {
    CORRECTION: 'Correction',
    CLARIFICATION: 'Clarification',
    UPDATE: 'Update',
    RETRACTION: 'Retraction',
  },
  corrected: <Part>(time: Part): Pieces<Part> => ['Corrected ', time],
  retracted: <Part>(time: Part): Pieces<Part> => ['Retracted ', time],
  /** Where there is room for one word. */
  states: { CORRECTION: 'Corrected', RETRACTION: 'Retracted' },
  notStoodBy: (paper: string) => `${paper} does not stand by this article any more.`,
}
