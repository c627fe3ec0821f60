import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'

/**
 * Letters from a keyboard go into the document first, and from there onto the page. Left to the browser they go onto the page first, and are
 * read back from it: twice the work for the same letter. What is composed of several keys stays the browser's.
 */
export const typedLetters = Extension.create({
  name: 'typedLetters',
  // Behind everything that has something to say about a key.
  priority: 1,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleKeyPress: (view, event) => {
            const { selection } = view.state
            if (event.charCode < 32 || !(selection instanceof TextSelection) || !selection.empty) return false
            const text = String.fromCodePoint(event.charCode)
            const insertion = () => view.state.tr.insertText(text).scrollIntoView()
            const { from, to } = selection
            if (view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insertion)) !== true)
              view.dispatch(insertion())
            return true
          },
        },
      }),
    ]
  },
})
