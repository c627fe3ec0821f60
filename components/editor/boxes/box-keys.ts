import { Extension } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type BoxPlace, boxAt, isBlank } from './box-at'
import { enterInBox } from './enter'
import { focusAttribute } from './focus-attribute'
import { onLineBelow, replaceWithLine } from './leave'

/**
 * Keys inside a box. Enter on an empty last line goes on to the next entry, and from an empty entry out of the box; Backspace
 * takes away what nobody wrote into; the arrow up from the first line reaches the date of an entry and the heading.
 */
export const boxKeys = Extension.create({
  name: 'boxKeys',
  priority: 200,

  addKeyboardShortcuts() {
    const { editor } = this
    const inBox = (run: (place: BoxPlace, view: EditorView) => boolean) => () => {
      const { selection } = editor.state
      const place = selection instanceof TextSelection && selection.empty ? boxAt(selection.$head) : null
      return place !== null && run(place, editor.view)
    }
    const isAtStart = () => editor.state.selection.$head.parentOffset === 0
    return {
      Enter: inBox((place, { state, dispatch }) => send(enterInBox(state, place), dispatch)),
      Backspace: inBox((place, view) => isAtStart() && backspace(place, view)),
      Delete: inBox(
        ({ line }) => line.type.name === 'question' && editor.state.selection.$head.parentOffset === line.content.size,
      ),
      ArrowUp: inBox((place, view) => view.endOfTextblock('up') && focusAbove(place, view)),
      'Mod-Enter': () => leave(editor.state, editor.view.dispatch),
    }
  },
})

function send(tr: Transaction | null, dispatch: (tr: Transaction) => void): boolean {
  if (tr !== null) dispatch(tr)
  return tr !== null
}

/** Out of whatever holds the cursor, to a line below it. */
function leave(state: EditorState, dispatch: (tr: Transaction) => void): boolean {
  const { $head } = state.selection
  if ($head.depth < 2) return false
  dispatch(onLineBelow(state.tr, $head.before(1)))
  return true
}

function backspace(place: BoxPlace, view: EditorView): boolean {
  const { state } = view
  if (place.isFirstOfBox && isBlank(place.box)) {
    view.dispatch(replaceWithLine(state, place.boxAt))
    return true
  }
  if (place.isFirstOfEntry && place.entry !== null && isBlank(place.entry)) {
    const tr = state.tr.delete(place.entryAt, place.entryAt + place.entry.nodeSize)
    const near = place.isFirstOfBox ? 1 : -1
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(place.entryAt), near)).scrollIntoView())
    return true
  }
  if (focusAbove(place, view)) return true
  // An answer is never drawn into its question, nor one entry into another.
  const isApart = place.isFirstOfEntry || place.isAnswer
  if (isApart) {
    const above = TextSelection.near(state.doc.resolve(state.selection.$head.before()), -1)
    view.dispatch(state.tr.setSelection(above).scrollIntoView())
  }
  return isApart
}

/** The date of an entry stands above its first line, the heading above the first line of the box. */
function focusAbove(place: BoxPlace, view: EditorView): boolean {
  if (place.isFirstOfEntry && place.entry?.type.name === 'timelineEntry')
    return focusAttribute(view, place.entryAt, 'when')
  return place.isFirstOfBox && focusAttribute(view, place.boxAt, 'heading')
}
