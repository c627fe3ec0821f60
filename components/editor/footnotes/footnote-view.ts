import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { Ask } from '../asks'
import { FootnotePopover } from './footnote-popover'

/** The number of a note in the text. Its words are written in a small editor of their own, opened from here. */
class FootnoteView implements NodeView {
  readonly dom: HTMLElement
  private node: Node
  private readonly view: EditorView
  private readonly getPos: () => number | undefined
  private readonly ask: (ask: Ask) => void
  private readonly chip: HTMLElement
  private popover: FootnotePopover | null = null

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, ask: (ask: Ask) => void) {
    this.node = node
    this.view = view
    this.getPos = getPos
    this.ask = ask
    this.dom = document.createElement('span')
    this.dom.className = 'footnote'
    // No <button>: a line would break before one, between a word and the number of its note.
    this.chip = document.createElement('span')
    this.chip.role = 'button'
    this.chip.tabIndex = -1
    this.chip.className = 'footnote-chip'
    this.chip.contentEditable = 'false'
    this.chip.addEventListener('click', () => this.open())
    this.dom.append(this.chip)
    this.show()
  }

  /** Shows the words and puts the cursor among them. @param selection positions within the note */
  open(selection?: { anchor: number; head: number }): void {
    this.popover ??= new FootnotePopover({
      view: this.view,
      chip: this.chip,
      node: this.node,
      getPos: this.getPos,
      ask: this.ask,
      onClose: () => {
        this.popover = null
        this.chip.setAttribute('aria-expanded', 'false')
      },
    })
    this.chip.setAttribute('aria-expanded', 'true')
    this.popover.focus(selection)
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.show()
    this.popover?.update(node)
    return true
  }

  selectNode(): void {
    this.dom.classList.add('is-selected')
  }

  deselectNode(): void {
    this.dom.classList.remove('is-selected')
  }

  stopEvent(event: Event): boolean {
    return event.type === 'mousedown' || event.type === 'click'
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.popover?.close()
  }

  private show(): void {
    const words = this.node.textContent.trim()
    this.chip.setAttribute('aria-label', words === '' ? 'Footnote without words' : `Footnote: ${words}`)
    this.chip.title = words
    this.chip.setAttribute('aria-expanded', String(this.popover !== null))
    this.dom.classList.toggle('is-wordless', words === '')
  }
}

/** Opens the note that is selected, or that the cursor was put into by a search or a form. @returns whether there is one */
export function openFootnoteAt(view: EditorView): boolean {
  const { selection } = view.state
  const isNote = selection instanceof NodeSelection && selection.node.type.name === 'footnote'
  const isInside = selection instanceof TextSelection && selection.$anchor.parent.type.name === 'footnote'
  if (!isNote && !isInside) return false
  const position = isNote ? selection.from : selection.$anchor.before()
  const noteView = viewOf(view, position)
  if (isNote) noteView?.open()
  else noteView?.open({ anchor: selection.anchor - position - 1, head: selection.head - position - 1 })
  return noteView !== null
}

const views = new WeakMap<globalThis.Node, FootnoteView>()

function viewOf(view: EditorView, position: number): FootnoteView | null {
  const dom = view.nodeDOM(position)
  return dom === null ? null : (views.get(dom) ?? null)
}

/** As ProseMirror and TipTap want it. */
export function footnoteView(ask: (ask: Ask) => void) {
  return ({ node, view, getPos }: { node: Node; view: EditorView; getPos: () => number | undefined }) => {
    const noteView = new FootnoteView(node, view, getPos, ask)
    views.set(noteView.dom, noteView)
    return noteView
  }
}
