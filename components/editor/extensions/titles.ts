import { Extension } from '@tiptap/core'
import { Fragment, type Node, type Slice } from '@tiptap/pm/model'
import { type Command, type EditorState, Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { plainWords } from '../paste/fit'

/**
 * The headline and the standfirst behave as fields above the text: Enter goes on to the next, Backspace never draws words
 * from one into another, and deleting across them leaves each in its place.
 */
export const titles = Extension.create({
  name: 'titles',
  // Before the general meaning of Enter and Backspace.
  priority: 1000,

  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const erase = run((state, dispatch) => eraseAcrossTitles(state, dispatch) || backOverBorder(state, dispatch))
    const eraseForward = run((state, dispatch) => eraseAcrossTitles(state, dispatch) || stayBeforeBorder(state))
    return {
      Enter: run(enterInTitle),
      'Shift-Enter': run(enterInTitle),
      Backspace: erase,
      'Mod-Backspace': erase,
      'Shift-Backspace': erase,
      Delete: eraseForward,
      'Mod-Delete': eraseForward,
    }
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput: (view, _from, _to, text) => {
            const tr = withoutSelectionAcrossTitles(view.state)
            if (tr === null) return false
            view.dispatch(tr.insertText(text).scrollIntoView())
            return true
          },
          handlePaste: (view, _event, slice) => {
            const erased = withoutSelectionAcrossTitles(view.state)
            if (erased !== null) view.dispatch(erased)
            return pasteIntoTitle(view.state, slice, view.dispatch)
          },
          handleDOMEvents: {
            cut: (view, event) => {
              const erased = withoutSelectionAcrossTitles(view.state)
              if (erased === null || event.clipboardData === null) return false
              const { dom, text } = view.serializeForClipboard(view.state.selection.content())
              event.preventDefault()
              event.clipboardData.clearData()
              event.clipboardData.setData('text/html', dom.innerHTML)
              event.clipboardData.setData('text/plain', text)
              view.dispatch(erased.setMeta('uiEvent', 'cut'))
              return true
            },
          },
        },
      }),
    ]
  },
})

function isTitle(name: string): boolean {
  return name === 'headline' || name === 'standfirst'
}

/** Enter in the headline goes to the standfirst, in the standfirst to the first words of the body. */
export const enterInTitle: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth === 0 || !isTitle($from.parent.type.name)) return false
  const after = $from.after(1)
  const next = state.doc.resolve(after).nodeAfter
  const tr = state.tr
  if (next?.isTextblock) {
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
  } else {
    tr.insert(after, state.schema.node('paragraph'))
    tr.setSelection(TextSelection.create(tr.doc, after + 1))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/**
 * Backspace at the start of the standfirst or of the first block: the cursor goes to the end of the title above. An empty
 * first paragraph goes when another block follows it; a first crosshead becomes a paragraph.
 */
export const backOverBorder: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const isFirstBlock = $from.depth === 1 && $from.index(0) === 2
  const isStandfirst = $from.parent.type.name === 'standfirst'
  if (!empty || $from.parentOffset > 0 || !(isFirstBlock || isStandfirst)) return false
  const tr = state.tr
  if (isFirstBlock && $from.parent.type.name !== 'paragraph') {
    tr.setBlockType($from.pos, $from.pos, state.schema.node('paragraph').type)
  } else {
    const isSpare = isFirstBlock && $from.parent.content.size === 0 && state.doc.childCount > 3
    if (isSpare) tr.delete($from.before(), $from.after())
    tr.setSelection(TextSelection.create(tr.doc, $from.before() - 1))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Delete at the end of a title does nothing: the next field is not a continuation of it. */
function stayBeforeBorder(state: EditorState): boolean {
  const { $from, empty } = state.selection
  return empty && isTitle($from.parent.type.name) && $from.parentOffset === $from.parent.content.size
}

const eraseAcrossTitles: Command = (state, dispatch) => {
  const tr = withoutSelectionAcrossTitles(state)
  if (tr === null) return false
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Null unless the selection reaches from a title into another field; else a transaction that empties each part on its own. */
export function withoutSelectionAcrossTitles(state: EditorState): Transaction | null {
  const { from, to, $from, $to } = state.selection
  if (state.selection.empty || $from.index(0) > 1 || ($from.depth > 0 && $from.sameParent($to))) return null
  const tr = state.tr
  const bodyStart = state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
  if (to > bodyStart) eraseBody(tr, bodyStart, to)
  let start = 0
  const parts: [number, number][] = []
  for (let index = 0; index < 2; index += 1) {
    const title = state.doc.child(index)
    const inside: [number, number] = [Math.max(from, start + 1), Math.min(to, start + 1 + title.content.size)]
    if (inside[0] < inside[1]) parts.push(inside)
    start += title.nodeSize
  }
  for (const [partFrom, partTo] of parts.reverse()) tr.delete(partFrom, partTo)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.max(from, 1)), 1))
}

function eraseBody(tr: Transaction, bodyStart: number, to: number): void {
  const $to = tr.doc.resolve(to)
  if (to === tr.doc.content.size || ($to.depth > 0 && to === $to.end(1) && $to.index(0) === tr.doc.childCount - 1)) {
    tr.replaceWith(bodyStart, tr.doc.content.size, tr.doc.type.schema.node('paragraph'))
  } else {
    // The block in which the selection ends keeps what is after the selection.
    if ($to.depth > 0) tr.delete($to.start($to.depth), to)
    const before = $to.depth > 0 ? $to.before(1) : to
    if (before > bodyStart) tr.delete(bodyStart, before)
  }
}

/**
 * Several paragraphs pasted into a title: the first line is the title's, the others open the body. Of a whole article, copied
 * here or elsewhere, the standfirst goes to the standfirst when that is still empty.
 */
export function pasteIntoTitle(state: EditorState, slice: Slice, dispatch: (tr: Transaction) => void): boolean {
  const { $from, $to } = state.selection
  const first = slice.content.firstChild
  if (first === null || $from.depth === 0 || !isTitle($from.parent.type.name) || !$from.sameParent($to)) return false
  const others = first.isInline ? [] : slice.content.content.slice(1)
  const standfirst = others.find((node) => node.type.name === 'standfirst')
  const takesStandfirst = $from.index(0) === 0 && state.doc.child(1).content.size === 0
  const blocks = others.flatMap((node) => {
    if (node.type.isInGroup('block')) return [node]
    const isLeft = node.type.name === 'standfirst' && !takesStandfirst && node.content.size > 0
    return isLeft ? [state.schema.node('paragraph', null, node.content)] : []
  })
  // From the end of the document to its start, so that no place moves before it is used.
  const tr = state.tr
  openBody(tr, blocks)
  if (standfirst !== undefined && takesStandfirst)
    tr.insert(state.doc.child(0).nodeSize + 1, lineOf(standfirst.content))
  tr.replaceWith($from.pos, $to.pos, lineOf(first.isInline ? slice.content : first.content))
  dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

function openBody(tr: Transaction, blocks: Node[]): void {
  if (blocks.length === 0) return
  const { doc } = tr
  const start = doc.child(0).nodeSize + doc.child(1).nodeSize
  const opening = doc.child(2)
  const isUntouched = doc.childCount === 3 && opening.isTextblock && opening.content.size === 0
  tr.replaceWith(start, isUntouched ? start + opening.nodeSize : start, blocks)
}

/** Words of several lines get a space between them; conversations about them stay. */
function lineOf(content: Fragment): Fragment {
  if (content.firstChild?.isInline !== false) return plainWords(content)
  const text = content.textBetween(0, content.size, ' ', ' ').replace(/\s+/g, ' ')
  return text === '' ? Fragment.empty : Fragment.from(content.firstChild.type.schema.text(text))
}
