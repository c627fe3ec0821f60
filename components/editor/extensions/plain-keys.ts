import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** What ProseMirror remembers of the last key. It has no name for it in its types. */
type KeyMemory = {
  input?: { shiftKey: boolean; lastKeyCode: number | null; lastKeyCodeTime: number; lastKeyDispatched: boolean }
  domObserver?: { forceFlush(): void }
}

/**
 * Lets letters pass by the key maps. No map has a key without Ctrl, Alt or ⌘ that writes something, and there are some thirty maps, each of
 * which would look the letter up: on a slow phone that is a tenth of what a key costs.
 */
export const plainKeys = Extension.create({
  name: 'plainKeys',
  // After whoever looks at each key.
  priority: 1,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: { handleDOMEvents: { keydown: (view, event) => isPlain(view, event) && remember(view, event) } },
      }),
    ]
  },
})

function isPlain({ state, composing }: EditorView, event: KeyboardEvent): boolean {
  const { key, keyCode, ctrlKey, altKey, metaKey, isComposing } = event
  if (key.length !== 1 || keyCode === 229 || ctrlKey || altKey || metaKey || isComposing || composing) return false
  return state.selection instanceof TextSelection
}

/** What ProseMirror does with each key before it asks the maps. False where it does it in another way by now. */
function remember(view: EditorView, { shiftKey, keyCode }: KeyboardEvent): boolean {
  const { input, domObserver } = view as unknown as KeyMemory
  if (input === undefined || domObserver === undefined || !('lastKeyDispatched' in input)) return false
  Object.assign(input, { shiftKey, lastKeyCode: keyCode, lastKeyCodeTime: Date.now(), lastKeyDispatched: true })
  domObserver.forceFlush()
  return true
}
