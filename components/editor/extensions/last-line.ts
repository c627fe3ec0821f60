import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'

/** A way past the last block when it takes no words or does not let go of them: arrow down, or a click below the text. */
export const lastLine = Extension.create({
  name: 'lastLine',

  addKeyboardShortcuts() {
    const onward = () => {
      const { state, view } = this.editor
      const { selection } = state
      if (selection.$to.indexAfter(0) < state.doc.childCount - (selection.$to.depth === 0 ? 0 : 1)) return false
      const isAtom = selection instanceof NodeSelection && selection.node.isAtom
      const isStuck = selection.empty && selection.$to.depth > 0 && state.doc.lastChild?.type.name !== 'paragraph'
      if (!isAtom && !(isStuck && view.endOfTextblock('down') && isInLastTextblock(state))) return false
      view.dispatch(toLastLine(state))
      return true
    }
    return { ArrowDown: onward }
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          // Typed over a selected card or picture, words go below it: a key never removes a block.
          handleTextInput: (view, _from, _to, text) => {
            const { selection } = view.state
            if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return false
            view.dispatch(withWordsBelow(view.state, selection, text))
            return true
          },
          handleDOMEvents: {
            mousedown: (view, event) => {
              const last = view.dom.lastElementChild
              if (event.target !== view.dom || last === null || event.clientY <= last.getBoundingClientRect().bottom)
                return false
              event.preventDefault()
              view.dispatch(toLastLine(view.state))
              view.focus()
              return true
            },
          },
        },
      }),
    ]
  },
})

/** The cursor at the end of a closing paragraph, which is made when the article ends with something else. */
export function toLastLine(state: EditorState): Transaction {
  const tr = state.tr
  if (state.doc.lastChild?.type.name !== 'paragraph') tr.insert(tr.doc.content.size, state.schema.node('paragraph'))
  return tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView()
}

function withWordsBelow(state: EditorState, { $to }: NodeSelection, text: string): Transaction {
  const after = $to.depth === 0 ? $to.pos : $to.after(1)
  const tr = state.tr.insert(after, state.schema.node('paragraph', null, state.schema.text(text)))
  return tr.setSelection(TextSelection.create(tr.doc, after + 1 + text.length)).scrollIntoView()
}

function isInLastTextblock(state: EditorState): boolean {
  const { $to } = state.selection
  for (let depth = 0; depth < $to.depth; depth += 1) {
    if ($to.index(depth) !== $to.node(depth).childCount - 1) return false
  }
  return true
}
