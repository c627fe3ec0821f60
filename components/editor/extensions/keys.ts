import { Extension } from '@tiptap/core'
import '@tiptap/extensions'
import type { Ask } from '../asks'

/** What the keys of the text do beyond typing. The same list is shown to whoever asks for it. */
export const KEYS: readonly { keys: string; does: string }[] = [
  { keys: 'Mod-B', does: 'Bold' },
  { keys: 'Mod-I', does: 'Italic' },
  { keys: 'Mod-K', does: 'Link words' },
  { keys: 'Mod-Shift-S', does: 'Say who is quoted' },
  { keys: 'Mod-Alt-2', does: 'Crosshead' },
  { keys: 'Mod-Shift-8', does: 'Bulleted list' },
  { keys: 'Mod-Shift-7', does: 'Numbered list' },
  { keys: 'Mod-Shift-9', does: 'Quotation' },
  { keys: 'Alt-↑ Alt-↓', does: 'Move the block' },
  { keys: 'Tab, Shift-Tab', does: 'Indent or outdent in a list' },
  { keys: 'Shift-Enter', does: 'New line in the same paragraph' },
  { keys: 'Mod-Z, Shift-Mod-Z', does: 'Undo, redo' },
  { keys: '/', does: 'Insert a block by name' },
  { keys: 'Alt-F10', does: 'Go to the toolbar' },
  { keys: '?', does: 'This list, when no field has the focus' },
]

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
      'Mod-k': ask({ kind: 'link words' }),
      'Mod-Shift-s': ask({ kind: 'quote speaker' }),
      'Mod-Alt-2': () => editor.commands.toggleNode('crosshead', 'paragraph'),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletedList', 'listItem'),
      'Mod-Shift-7': () => editor.commands.toggleList('numberedList', 'listItem'),
      'Mod-Shift-9': () => editor.commands.toggleWrap('quotation'),
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
