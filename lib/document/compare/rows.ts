import type { Mark, Node } from 'prosemirror-model'

/** Some words of a block: `same` in both, `added`, `removed`, or in both with other marks on them (`marked`). */
export type Piece = {
  change: 'same' | 'added' | 'removed' | 'marked'
  text: string
  /** As it is now; for removed words, as it was. */
  marks: readonly Mark[]
}

/** A value around a block's words that is another one now: the caption of a picture, the speaker of a quotation. */
export type FieldChange = { label: string; pieces: Piece[] }

/**
 * One block of a comparison. `moved` stands where the block is now, `left` where it was. What is inside (`words` of a block
 * of text, `rows` of a block of blocks) is given where it changed; otherwise the block itself says all.
 */
export type Row = {
  change: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'left'
  before: Node | null
  after: Node | null
  /** What happened beside the words, a sentence each: "Picture changed: alternative text." */
  notes: string[]
  fields: FieldChange[]
  words: Piece[] | null
  rows: Row[] | null
}

export type WordCount = { added: number; removed: number }

/** What a note calls an article that a link or a card points at; undefined where nobody knows it. */
export type HeadlineOf = (articleId: string) => string | undefined
