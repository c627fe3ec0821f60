import { Extension } from '@tiptap/core'
import { type Command, NodeSelection, Plugin, PluginKey, type Selection } from '@tiptap/pm/state'
import { openFootnoteAt } from './footnote-view'

/** Mod-Alt-N puts a note behind the selected words or the cursor and opens it; Enter opens the one that is selected. */
export const footnotes = Extension.create({
  name: 'footnotes',
  // Before what Enter does to any other selected node.
  priority: 1200,

  addKeyboardShortcuts() {
    const { editor } = this
    return {
      'Mod-Alt-n': () => insertFootnote(editor.state, editor.view.dispatch),
      Enter: () => openFootnoteAt(editor.view),
    }
  },

  addProseMirrorPlugins() {
    return [opensItself()]
  },
})

const key = new PluginKey('footnotes')

/** A new, empty note behind the selection. */
export const insertFootnote: Command = (state, dispatch) => {
  const { $to } = state.selection
  const note = state.schema.node('footnote')
  if (!$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), note.type)) return false
  const tr = state.tr.insert($to.pos, note)
  dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).setMeta(key, 'open').scrollIntoView())
  return true
}

/** A note opens when it is new, and when a search or a form has put the cursor among its words: the line cannot show it. */
function opensItself(): Plugin {
  return new Plugin({
    key,
    state: {
      init: () => false,
      apply: (tr) => tr.getMeta(key) === 'open',
    },
    view: () => ({
      update: (view, before) => {
        const isNew = key.getState(view.state) === true && before !== view.state
        const hasMoved = !view.state.selection.eq(before.selection)
        if (isNew || (hasMoved && isInNote(view.state.selection) && view.hasFocus())) openFootnoteAt(view)
      },
    }),
  })
}

function isInNote(selection: Selection): boolean {
  return selection.$anchor.parent.type.name === 'footnote'
}
