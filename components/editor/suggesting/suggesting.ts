import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { notify } from '@/components/ui/toaster.client'
import { now } from '@/lib/clock'
import { decide, suggestionsAt, toNeighbour } from './at-cursor'
import { blockLabels } from './block-labels'
import { keepSuggested } from './keep-suggested'
import { RemovalGroups } from './removal-groups'
import { isOwnChange, suggestedTransaction } from './suggested-transaction'
import { rememberMode, type SuggestingMode } from './suggesting-mode'
import type { SuggestionList } from './suggestion-list'

type Options = {
  mode: SuggestingMode
  list: SuggestionList
  personId: string
  newId: () => string
  /** May this person decide about these suggestions? */
  may: (decision: 'accept' | 'reject', ids: readonly string[]) => boolean
}

/**
 * Suggesting mode: here, where every change of the editor passes, a change that somebody makes becomes suggestions to make
 * it. Whatever made the change (a key, the clipboard, a button, a drag, an input method) need not know.
 */
export function suggesting(options: Options): Extension {
  const { mode, list, personId, newId, may } = options
  const groups = new RemovalGroups()
  return Extension.create({
    name: 'suggesting',
    // Before every other extension that looks at what is dispatched.
    priority: 2000,

    onBeforeCreate() {
      rememberMode(this.editor, mode)
    },

    dispatchTransaction({ transaction, next }) {
      const { state } = this.editor
      if (!isOwnChange(transaction) || transaction.before !== state.doc) {
        next(transaction)
        return
      }
      if (!mode.isOn) {
        next(keepSuggested(transaction))
        return
      }
      const at = now().toISOString()
      const suggested = suggestedTransaction(state, transaction, { personId, at, newId })
      if (suggested !== null) next(groups.join(suggested))
      else notify.problem('This cannot be made a suggestion. Nothing was changed.')
    },

    addKeyboardShortcuts() {
      const { editor } = this
      return {
        'Mod-Alt-s': () => toggle(mode),
        'Mod-Alt-j': () => go(editor, 1),
        'Mod-Alt-Shift-j': () => go(editor, -1),
        'Mod-Alt-y': () => answer(editor, 'accept', may),
        'Mod-Alt-u': () => answer(editor, 'reject', may),
      }
    },

    addProseMirrorPlugins() {
      return [blockLabels(list), compositions(mode)]
    },
  })
}

/** Turns the mode on or off, where there is a choice. */
function toggle(mode: SuggestingMode): true {
  mode.choose(!mode.isOn)
  return true
}

/** Takes the cursor to the next suggestion, or the one before. */
export function go(editor: Editor, by: 1 | -1): true {
  const tr = toNeighbour(editor.state, by)
  if (tr !== null) editor.view.dispatch(tr)
  editor.view.focus()
  return true
}

/** Accepts or rejects what is suggested at the cursor. */
function answer(editor: Editor, decision: 'accept' | 'reject', may: Options['may']): true {
  const ids = suggestionsAt(editor.state).slice(0, 1)
  if (ids.length > 0 && may(decision, ids)) editor.view.dispatch(decide(editor.state, ids, decision).scrollIntoView())
  return true
}

/**
 * An input method that begins over selected words would find them back in the text in the middle of its work. They are
 * marked before it begins, and it writes in front of them.
 */
function compositions(mode: SuggestingMode): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          if (mode.isOn && !view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
          return false
        },
      },
    },
  })
}
