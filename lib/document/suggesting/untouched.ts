import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { dropNotes } from '../for-readers'
import { suggestionOn } from './pieces'
import { resolve } from './resolve'

const NOTES: ReadonlySet<string> = new Set(['comment', 'claim', 'toDo'])

/**
 * True when only this person's suggestions differ: the same as `isOnlySuggesting`, but looking at no more than what changed,
 * so that it can be asked at every key.
 */
export function isUntouched(before: Node, after: Node, personId: string): boolean {
  const least = Math.min(before.childCount, after.childCount)
  let start = 0
  while (start < least && before.child(start) === after.child(start)) start += 1
  let end = 0
  while (end < least - start && before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end))
    end += 1
  // A break that comes or goes joins what is behind it to what is in front: that has to be there, and what goes with it.
  if (start > 2) start -= 1
  while (start > 2 && isSuggested(before.child(start))) start -= 1
  while (end > 0 && before.childCount - end > start && isSuggested(before.child(before.childCount - end))) end -= 1
  const one = part(before, start, before.childCount - end)
  const other = part(after, start, after.childCount - end)
  return withoutOwn(one, personId).eq(withoutOwn(other, personId))
}

export function isSuggested(block: Node): boolean {
  return suggestionOn(block.marks, 'inserted') !== null || suggestionOn(block.marks, 'removed') !== null
}

/** A document of the titles and some blocks of the body. */
function part(doc: Node, start: number, end: number): Node {
  const { schema } = doc.type
  const titles = [0, 1].map((index) =>
    index < start ? schema.nodes[index === 0 ? 'headline' : 'standfirst']?.create() : doc.child(index),
  )
  const body = doc.children.slice(Math.max(2, start), Math.max(2, end))
  // Something that stays and that nothing is joined to.
  const border = schema.node('divider')
  return doc.type.create(null, [...titles.filter((title) => title !== undefined), border, ...body])
}

function withoutOwn(document: Node, personId: string): Node {
  const transform = new Transform(document)
  dropNotes(transform, NOTES)
  resolve(transform, (mark) => (mark.attrs.personId === personId ? 'reject' : 'keep'))
  return transform.doc
}
