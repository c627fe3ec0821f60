import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Looks where the cursor is on the screen before a key is judged. A browser tells of a moved selection a frame late: Home and
 * Backspace pressed quickly one after the other would find the cursor still at the end of the line, and the browser, left to
 * itself, would draw the first paragraph into the standfirst.
 */
export const freshSelection = Extension.create({
  name: 'freshSelection',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view, event) => {
              if (event.target === view.dom && !event.isComposing) readSelection(view)
              return false
            },
          },
        },
      }),
    ]
  },
})

/** Brings the selection that is on the screen into the editor's state. */
export function readSelection(view: EditorView): void {
  const selection = selectionOnScreen(view)
  if (selection !== null) view.dispatch(view.state.tr.setSelection(selection))
}

/** The selection on the screen where it differs from the one that the editor knows of. */
function selectionOnScreen(view: EditorView): TextSelection | null {
  const { selection, doc } = view.state
  const shown = document.getSelection()
  if (!(selection instanceof TextSelection) || view.composing || !shown?.anchorNode || !shown.focusNode) return null
  if (!view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return null
  const anchor = view.posAtDOM(shown.anchorNode, shown.anchorOffset, 1)
  const head = shown.isCollapsed ? anchor : view.posAtDOM(shown.focusNode, shown.focusOffset, 1)
  if (anchor < 0 || head < 0 || (anchor === selection.anchor && head === selection.head)) return null
  const $anchor = doc.resolve(anchor)
  const $head = doc.resolve(head)
  return $anchor.parent.isTextblock && $head.parent.isTextblock ? TextSelection.create(doc, anchor, head) : null
}
