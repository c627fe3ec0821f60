import type { Node } from 'prosemirror-model'
import { blockParts, moveParts } from './block-parts'
import { combine, type Suggested } from './combine'
import { Maker, type Suggester, TooLong } from './maker'
import type { Hint } from './parts'
import { isUntouched } from './untouched'
import { pairParts, rowParts, titlePart } from './word-parts'

export type { Suggested } from './combine'
export type { Suggester } from './maker'

/** What ProseMirror throws when something does not fit its schema. */
const NOT_FITTING: ReadonlySet<string> = new Set(['RangeError', 'ReplaceError', 'TransformError'])

/**
 * Turns a change of a document into suggestions to make it. It looks at the document before and after alone, so it does not
 * matter by which steps somebody got there. Words are compared letter by letter, paragraphs by the breaks between them; what
 * cannot be said in those terms is said in blocks: the old ones would go and the new ones come.
 *
 * @returns null when there is no way to say it and leave the text as it is
 */
export function suggestChange(before: Node, after: Node, suggester: Suggester, hint: Hint): Suggested | null {
  const maker = new Maker(suggester, before.type.schema)
  const titles = [0, 1].flatMap((index) => titlePart(before, after, index, maker, hint) ?? [])
  for (const bodyParts of [moveParts, pairParts, rowParts, blockParts]) {
    try {
      const body = bodyParts(before, after, maker, hint)
      const suggested = body && combine(before, [...titles, ...body], hint)
      if (suggested && isUntouched(before, suggested.transform.doc, suggester.personId)) return suggested
    } catch (error) {
      // A way that does not fit the schema is not the way.
      if (!(error instanceof Error && NOT_FITTING.has(error.name)) && !(error instanceof TooLong)) throw error
    }
  }
  return null
}
