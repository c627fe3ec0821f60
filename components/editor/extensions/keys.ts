import { Extension } from '@tiptap/core'
import '@tiptap/extensions'
import type { EditorState } from '@tiptap/pm/state'
import type { Ask } from '../asks'
import { markAt } from './links'

/** What the keys of the text do beyond typing. `key-list.ts` names each for whoever asks. */
export const keys = Extension.create<{ ask: (ask: Ask) => void }>({
  name: 'keys',
  // Before the undo extension, for the sake of redo below.
  priority: 150,

  addOptions: () => ({ ask: () => {} }),

  addKeyboardShortcuts() {
    const { editor } = this
    const ask = (question: Ask) => () => {
      this.options.ask(question)
      return true
    }
    return {
      'Mod-b': () => editor.commands.toggleMark('bold'),
      'Mod-B': () => editor.commands.toggleMark('bold'),
      'Mod-i': () => editor.commands.toggleMark('italic'),
      'Mod-I': () => editor.commands.toggleMark('italic'),
      // With nothing to link the page takes these keys, for the command palette.
      'Mod-k': () => (hasLinkable(editor.state) ? ask({ kind: 'link words' })() : false),
      'Mod-Shift-s': ask({ kind: 'quote speaker' }),
      'Mod-Alt-a': ask({ kind: 'mark claim' }),
      'Mod-Alt-e': ask({ kind: 'explain words' }),
      'Mod-Alt-2': () => editor.commands.toggleNode('crosshead', 'paragraph'),
      'Mod-Shift-8': () => editor.chain().plainBlocks().toggleList('bulletedList', 'listItem').run(),
      'Mod-Shift-7': () => editor.chain().plainBlocks().toggleList('numberedList', 'listItem').run(),
      'Mod-Shift-9': () => editor.chain().plainBlocks().toggleWrap('quotation').run(),
      'Alt-F10': ask({ kind: 'toolbar' }),
      // Taken even when there is nothing to redo: with caps lock on, the same keys would then count as undo.
      'Shift-Mod-z': () => {
        editor.commands.redo()
        return true
      },
      Enter: () => editor.commands.splitListItem('listItem'),
      Tab: () => editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => editor.commands.liftListItem('listItem'),
      'Shift-Enter': () =>
        editor.commands.first(({ commands }) => [
          () => commands.exitCode(),
          () => commands.insertContent({ type: 'hardBreak' }),
        ]),
    }
  },
})

/** Are there words selected, or a link at the cursor that may be changed? */
function hasLinkable(state: EditorState): boolean {
  return !state.selection.empty || markAt(state, 'link') !== null
}
