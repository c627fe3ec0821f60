import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readSelection } from './fresh-selection'

/**
 * Letters from a keyboard go into the document first, and from there onto the page. Left to the browser they go onto the page first, and are
 * read back from it: twice the work for the same letter. What is composed of several keys stays the browser's.
 *
 * And a letter that is typed in running text is nobody else's key: no part of the editor and nothing around it is asked about it, of which each
 * would take its share of the time until the letter is seen. Who wants to know that somebody types listens at the document, in capture.
 */
export const typedLetters = Extension.create({
  name: 'typedLetters',
  // Behind everything that has something to say about a key.
  priority: 1,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        view: (view) => takeLetters(view as EditorView & Watched),
        props: { handleKeyPress: typeLetter, handleScrollToSelection: isInPlainView },
      }),
    ]
  },
})

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'] as const

/** Takes the events of letters before the view and everybody behind it hears of them. */
function takeLetters(view: EditorView & Watched): { destroy(): void } {
  const take = (event: KeyboardEvent) => {
    if (!isLetter(view, event)) return
    if (event.type === 'keypress' && !typeLetter(view, event)) return
    event.stopImmediatePropagation()
    if (event.type === 'keypress') event.preventDefault()
    else if (event.type === 'keydown') readWhatIsShown(view)
  }
  for (const type of KEY_EVENTS) view.dom.addEventListener(type, take, true)
  return {
    destroy: () => {
      for (const type of KEY_EVENTS) view.dom.removeEventListener(type, take, true)
    },
  }
}

/** What was drawn or selected on the page, and is not in the state yet, comes before the key. */
function readWhatIsShown(view: EditorView & Watched): void {
  view.domObserver?.forceFlush()
  readSelection(view)
}

function isLetter(view: EditorView & Watched, event: KeyboardEvent): boolean {
  const { selection } = view.state
  if (view.domObserver === undefined || event.target !== view.dom || event.defaultPrevented || !view.editable)
    return false
  if (event.isComposing || view.composing || event.keyCode === COMPOSED) return false
  return isCharacter(event) && selection instanceof TextSelection && selection.empty
}

/** What browsers say in the place of a key that an input method has taken. */
const COMPOSED = 229

function isCharacter({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !altKey && !metaKey
}

/** @returns whether the letter was taken; only where the cursor stands in text is it */
function typeLetter(view: EditorView, event: KeyboardEvent): boolean {
  const { selection } = view.state
  if (event.charCode < 32 || !(selection instanceof TextSelection) || !selection.empty) return false
  const text = String.fromCodePoint(event.charCode)
  const insertion = () => view.state.tr.insertText(text).scrollIntoView()
  const { from, to } = selection
  if (view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insertion)) !== true)
    withLetterOnPage(view, from, text, () => view.dispatch(insertion()))
  return true
}

/** What the view keeps beside the page and does not publish; where it has none of it, letters take the usual way. */
type Watched = { domObserver?: { stop(): void; start(): void; forceFlush(): void } }
type Drawn = { pmViewDesc?: { node?: DocumentNode } }

/**
 * Puts a letter into its place on the page before the view draws it. The view writes a whole piece of text again, and the browser then
 * shapes all of it; a letter that is put in costs the letters around it only. What the view finds as it should be, it leaves.
 */
function withLetterOnPage(view: EditorView, position: number, letter: string, dispatch: () => void): void {
  const { node, offset } = view.domAtPos(position, -1)
  const { domObserver } = view as unknown as Watched
  if (!(node instanceof Text) || drawnText(node) !== node.data || domObserver === undefined) {
    dispatch()
    return
  }
  domObserver.stop()
  node.insertData(offset, letter)
  try {
    dispatch()
  } finally {
    const drawn = drawnText(node)
    // It was refused, or belongs to the next piece: at the end of a link, or of words that are marked.
    if (drawn !== undefined && drawn !== node.data) node.deleteData(offset, letter.length)
    if (!view.isDestroyed) domObserver.start()
  }
}

/** What a piece of text on the page shows of the document; undefined when the view has drawn another in its place. */
function drawnText(piece: Text): string | undefined {
  return (piece as Drawn).pmViewDesc?.node?.text
}

/** True where the cursor stands well inside the window, in a paragraph that nothing around it can scroll: there is nothing to do. */
function isInPlainView(view: EditorView): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || selection.$head.depth !== 1) return false
  const covered = view.props.scrollThreshold
  if (typeof covered !== 'object') return false
  const { top, bottom } = view.coordsAtPos(selection.head, 1)
  const height = window.visualViewport?.height ?? window.innerHeight
  return top >= covered.top && bottom <= height - covered.bottom
}
