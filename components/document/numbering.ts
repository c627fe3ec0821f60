import type { ReactNode } from 'react'

/** What is counted while a document is printed, from its first word to its last: one for each printing. */
export class Numbering {
  /** The words of the footnotes so far, in order; they stand below the text. */
  readonly notes: ReactNode[][] = []
  private parts = 0

  /** @returns the number of the note */
  addNote(words: ReactNode[]): number {
    return this.notes.push(words)
  }

  /** A number for a part of the page that another part points at. */
  next(): number {
    this.parts += 1
    return this.parts
  }
}
