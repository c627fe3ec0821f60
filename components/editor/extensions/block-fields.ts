import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const FIELD = '[data-attribute]'

/**
 * The way into the fields of a block and back on the keyboard: F2 from its words, or from the line below it; Enter where the
 * whole block is selected; Escape back to the text.
 */
export const blockFields = Extension.create({
  name: 'blockFields',
  // Before what else Enter does to a selected block.
  priority: 1100,

  addKeyboardShortcuts() {
    const { editor } = this
    return {
      F2: () => focusBlockFields(editor.view),
      Enter: () => editor.state.selection instanceof NodeSelection && focusBlockFields(editor.view),
    }
  },

  addProseMirrorPlugins: () => [new Plugin({ view: (view) => new WayBack(view) })],
})

/** Puts the focus into the first field of the block at the cursor, or of the one above. @returns whether there is one */
export function focusBlockFields(view: EditorView): boolean {
  for (const position of blocksAt(view.state)) {
    const block = view.nodeDOM(position)
    const field = block instanceof HTMLElement ? block.querySelector<HTMLElement>(FIELD) : null
    if (field === null) continue
    field.scrollIntoView({ block: 'nearest' })
    field.focus()
    return true
  }
  return false
}

/** Where blocks begin that somebody may mean: the selected one, those around the cursor from the inside, the one above. */
function blocksAt({ selection, doc }: EditorState): number[] {
  const { $from } = selection
  const around = Array.from({ length: $from.depth }, (_, index) => $from.before($from.depth - index))
  const top = $from.depth === 0 ? $from.pos : $from.before(1)
  const above = doc.resolve(top).nodeBefore
  return [
    ...(selection instanceof NodeSelection ? [selection.from] : []),
    ...around,
    ...(above === null ? [] : [top - above.nodeSize]),
  ]
}

/** Fields inside a block keep their keys to themselves, so this listens to the page and not to the editor. */
class WayBack {
  private readonly view: EditorView

  constructor(view: EditorView) {
    this.view = view
    document.addEventListener('keydown', this.onKey)
  }

  destroy() {
    document.removeEventListener('keydown', this.onKey)
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof HTMLElement)) return
    if (target === this.view.dom || !this.view.dom.contains(target) || target.closest(FIELD) === null) return
    event.preventDefault()
    const { state } = this.view
    const after = this.positionAfter(target)
    this.view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(after), 1)).scrollIntoView())
    this.view.focus()
  }

  /** Behind the top-level block that the field belongs to. */
  private positionAfter(field: HTMLElement): number {
    const { doc } = this.view.state
    let position = 0
    for (let index = 0; index < doc.childCount; index += 1) {
      const block = this.view.nodeDOM(position)
      position += doc.child(index).nodeSize
      if (block?.contains(field)) break
    }
    return position
  }
}
