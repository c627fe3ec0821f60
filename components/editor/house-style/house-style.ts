import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Ask } from '../asks'
import { checkMarks, findingAt } from './check-marks'
import type { Checker } from './checker'
import { fixPlace, toNextMark } from './fixes'

/** Marks what the house style has something to say about, what the house dictionary knows and what is left to do. */
export function houseStyle(checker: Checker, ask: (ask: Ask) => void): Extension {
  return Extension.create({
    name: 'houseStyle',
    priority: 150,

    addProseMirrorPlugins: () => [
      checkMarks(checker.reached),
      new Plugin({
        view: (view) => {
          const detach = checker.attach(view)
          return {
            update: ({ state }, before) => {
              if (state.doc !== before.doc) checker.documentChanged()
            },
            destroy: detach,
          }
        },
      }),
    ],

    addKeyboardShortcuts() {
      const { editor } = this
      return {
        'Alt-Enter': () => {
          const place = editor.isEditable ? findingAt(editor.state, editor.state.selection.head) : null
          const tr = place && fixPlace(editor.state, place)
          if (tr) editor.view.dispatch(tr)
          return tr !== null
        },
        'Mod-Shift-Enter': () => {
          const tr = toNextMark(editor.state)
          if (tr) editor.view.dispatch(tr)
          return true
        },
        'Mod-Alt-k': () => {
          if (editor.isEditable) ask({ kind: 'to-do' })
          return true
        },
      }
    },
  })
}
