import type { Mark, Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { UNSAID } from './attribution'
import type { Document } from './document'
import { isSuggestion } from './suggesting/pieces'
import { resolve } from './suggesting/resolve'

/** The marks that are the newsroom's alone and say nothing about what the text should be. */
const NOTES: ReadonlySet<string> = new Set(['comment', 'claim', 'toDo'])

/**
 * The document as readers may have it: no comment, no claim or to-do mark, nothing of where we have quoted words from, every suggestion
 * rejected. What has none of it is answered as it is. An edition, a feed, a mail, search and the lists of the desk are made from this and from nothing else.
 */
export function forReaders(document: Document): Document {
  return forReadersTransform(document).doc
}

/** As forReaders, with the way back: `mapping.invert().map(position)` is where a position for readers stands in the draft. */
export function forReadersTransform(document: Document): Transform {
  const known = made.get(document)
  if (known !== undefined) return known
  const transform = makeTransform(document)
  made.set(document, transform)
  return transform
}

/** A document never changes, and whoever puts one before readers asks for this several times. Nobody adds to what is in here. */
const made = new WeakMap<Document, Transform>()

function makeTransform(document: Document): Transform {
  const transform = new Transform(document)
  dropNotes(transform, NOTES)
  if (hasSuggestions(document)) resolve(transform, () => 'reject')
  dropAttributions(transform)
  return transform
}

/** Takes off quotations what is noted of them but the speaker; no position changes. */
function dropAttributions(transform: Transform): void {
  const noted = (attrs: Mark['attrs']) =>
    Object.entries(UNSAID).filter(([name, unsaid]) => name in attrs && attrs[name] !== unsaid)
  transform.doc.descendants((node, position) => {
    if (node.type.name === 'quotation' || node.type.name === 'pullQuote') {
      for (const [name, unsaid] of noted(node.attrs)) transform.setNodeAttribute(position, name, unsaid)
      return
    }
    const quote = node.marks.find(({ type }) => type.name === 'quote')
    if (quote === undefined || noted(quote.attrs).length === 0) return
    transform.addMark(position, position + node.nodeSize, quote.type.create({ ...quote.attrs, ...UNSAID }))
  })
}

/** Takes marks that are no suggestions off the text; no position changes. */
export function dropNotes(transform: Transform, names: ReadonlySet<string>): void {
  transform.doc.descendants((node, position) => {
    if (!node.isInline) return
    for (const mark of node.marks)
      if (names.has(mark.type.name)) transform.removeMark(position, position + node.nodeSize, mark)
  })
}

function hasSuggestions(document: Node): boolean {
  let isFound = false
  document.descendants((node) => {
    isFound ||= node.marks.some(isSuggestion)
    return !isFound
  })
  return isFound
}
