import { Transform } from 'prosemirror-transform'
import type { Document } from './document'
import { dropNotes } from './for-readers'
import { type Author, authorOf, isSuggestion } from './suggesting/pieces'
import { resolve } from './suggesting/resolve'

const COMMENTS: ReadonlySet<string> = new Set(['comment'])

/**
 * True when between two documents one person did nothing but suggest, take own suggestions back, or mark words for a
 * comment. With that person's suggestions rejected and comments left out both must be equal: so the text is untouched, and
 * so is what everybody else suggests.
 */
export function isOnlySuggesting(before: Document, after: Document, personId: string): boolean {
  return withoutSuggestionsOf(before, personId).eq(withoutSuggestionsOf(after, personId))
}

function withoutSuggestionsOf(document: Document, personId: string): Document {
  const transform = new Transform(document)
  dropNotes(transform, COMMENTS)
  resolve(transform, (mark) => (mark.attrs.personId === personId ? 'reject' : 'keep'))
  return transform.doc
}

/**
 * The suggestions that appeared between two documents in the name of somebody else than the person who made the change.
 * Only what brings back what was there before (an undo, a restored version) may do so: who asks has to look whether it was.
 */
export function forgedSuggestions(before: Document, after: Document, personId: string): Author[] {
  const known = authorsIn(before)
  return [...authorsIn(after)]
    .filter(([key, author]) => author.personId !== personId && !known.has(key))
    .map(([, author]) => author)
}

function authorsIn(document: Document): Map<string, Author> {
  const authors = new Map<string, Author>()
  document.descendants((node) => {
    for (const mark of node.marks) {
      if (!isSuggestion(mark)) continue
      const author = authorOf(mark)
      authors.set(`${author.suggestionId} ${author.personId} ${author.at}`, author)
    }
  })
  return authors
}
