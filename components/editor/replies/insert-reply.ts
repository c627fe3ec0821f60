import { closeHistory } from '@tiptap/pm/history'
import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { insertBlock } from '../extensions/insert-block'

/** A sentence as a paragraph of its own. */
export function lineBlock(schema: Schema, line: string): Node {
  return schema.node('paragraph', null, schema.text(line))
}

/** What somebody answered, set apart under their name. */
export function answerBlock(schema: Schema, { name, words }: { name: string; words: string }): Node {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return schema.node(
    'quotation',
    { speaker: name },
    lines.map((line) => schema.node('paragraph', null, schema.text(line))),
  )
}

/** Puts a block where the cursor is, as one step to undo; the cursor then stands behind its last word. */
export function insertWritten(state: EditorState, block: Node): Transaction {
  const tr = insertBlock(state, block)
  const { $from } = tr.selection
  tr.setSelection(TextSelection.near(tr.doc.resolve($from.end(1)), -1))
  return closeHistory(tr).scrollIntoView()
}
