import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** The cursor on an empty line below the block at a position; one is made where none is. */
export function onLineBelow(tr: Transaction, blockAt: number): Transaction {
  const after = blockAt + (tr.doc.nodeAt(blockAt)?.nodeSize ?? 0)
  const next = tr.doc.nodeAt(after)
  if (next?.type.name !== 'paragraph' || next.content.size > 0) tr.insert(after, tr.doc.type.schema.node('paragraph'))
  return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
}

/** The cursor in whatever follows the block at a position; on a new line where nothing follows that takes a cursor. */
export function goOnBelow({ tr }: EditorState, blockAt: number): Transaction {
  const after = blockAt + (tr.doc.nodeAt(blockAt)?.nodeSize ?? 0)
  const next = after < tr.doc.content.size ? Selection.findFrom(tr.doc.resolve(after), 1) : null
  return next === null ? onLineBelow(tr, blockAt) : tr.setSelection(next).scrollIntoView()
}

/** An empty line in place of the block at a position. */
export function replaceWithLine({ tr, schema, doc }: EditorState, blockAt: number): Transaction {
  const size = doc.nodeAt(blockAt)?.nodeSize ?? 0
  tr.replaceWith(blockAt, blockAt + size, schema.node('paragraph'))
  return tr.setSelection(TextSelection.create(tr.doc, blockAt + 1)).scrollIntoView()
}
