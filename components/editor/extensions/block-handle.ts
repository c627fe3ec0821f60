import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { startOfBlock } from '@/lib/document/changed-blocks'
import { moveBlockTo } from './move-block'

/**
 * The grip in the left gutter: shows beside the block under the pointer (or with the cursor), selects it with a click and
 * carries it with a drag. The keyboard has Alt with the arrows, so it stays out of the tab order.
 */
export const blockHandle = Extension.create({
  name: 'blockHandle',
  addProseMirrorPlugins: () => [new Plugin({ view: (view) => new BlockHandle(view) })],
})

/** Two columns of three dots. */
function grip(): SVGElement {
  const svg = drawn('svg', {
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    fill: 'currentColor',
    'aria-hidden': 'true',
  })
  for (const cy of ['3.5', '8', '12.5'])
    for (const cx of ['6', '10']) svg.append(drawn('circle', { cx, cy, r: '1.25' }))
  return svg
}

function drawn(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  return element
}

class BlockHandle {
  private readonly view: EditorView
  private readonly handle: HTMLButtonElement
  private readonly line: HTMLDivElement
  private index = -1
  private gap = -1
  private hasMoved = false
  private pointer = { x: -1, y: -1 }

  constructor(view: EditorView) {
    this.view = view
    this.handle = document.createElement('button')
    this.handle.type = 'button'
    this.handle.className = 'block-handle'
    this.handle.tabIndex = -1
    this.handle.title = 'Drag to move (Alt with ↑ or ↓)'
    this.handle.setAttribute('aria-label', 'Move this block')
    this.handle.append(grip())
    this.handle.hidden = true
    this.line = document.createElement('div')
    this.line.className = 'block-drop-line'
    this.line.hidden = true
    // The editor is put into its place on the page after this, so the page is what listens.
    document.addEventListener('mousemove', this.follow)
    this.handle.addEventListener('pointerdown', this.grip)
  }

  /** Marks of the house style and others' cursors come at any time: only when the text changes may the block be another one. */
  update({ state }: EditorView, before: EditorState) {
    if (this.gap === -1 && state.doc !== before.doc) this.hide()
  }

  destroy() {
    document.removeEventListener('mousemove', this.follow)
    this.handle.remove()
    this.line.remove()
  }

  private readonly follow = (event: MouseEvent) => {
    if (this.gap !== -1 || this.isResting(event)) return
    const room = this.view.dom.closest('.editor-room')
    const isHere = this.view.editable && event.target instanceof Node && room?.contains(event.target) === true
    this.index = isHere ? this.blockAt(event.clientY) : -1
    if (this.index < 2) this.hide()
    else if (!this.handle.contains(event.target as Node)) this.show()
  }

  /** Browsers say that the pointer moved whenever the text moves under it: nobody who types wants to see a grip for that. */
  private isResting({ clientX: x, clientY: y }: MouseEvent): boolean {
    const isResting = x === this.pointer.x && y === this.pointer.y
    this.pointer = { x, y }
    return isResting
  }

  /** Setting what is set already makes the browser work all the same, with every key. */
  private hide(): void {
    if (!this.handle.hidden) this.handle.hidden = true
  }

  private readonly grip = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.preventDefault()
    this.gap = this.index
    this.hasMoved = false
    this.handle.setPointerCapture(event.pointerId)
    this.handle.addEventListener('pointermove', this.drag)
    this.handle.addEventListener('pointerup', this.drop)
    this.handle.addEventListener('pointercancel', this.cancel)
  }

  private readonly drag = (event: PointerEvent) => {
    this.hasMoved = true
    const { children } = this.view.dom
    let gap = this.view.state.doc.childCount
    for (let index = 2; index < this.view.state.doc.childCount; index += 1) {
      const box = children[index]?.getBoundingClientRect()
      if (box !== undefined && event.clientY < box.top + box.height / 2) {
        gap = index
        break
      }
    }
    this.gap = gap
    const room = this.frame()
    const above = children[gap - 1]?.getBoundingClientRect().bottom ?? 0
    const below = children[gap]?.getBoundingClientRect().top ?? above + 16
    const text = this.view.dom.getBoundingClientRect()
    this.line.hidden = false
    this.line.style.top = `${(above + below) / 2 - room.top}px`
    this.line.style.left = `${text.left - room.left}px`
    this.line.style.width = `${text.width}px`
    this.handle.style.top = `${event.clientY - room.top - 14}px`
    if (event.clientY < 120) window.scrollBy(0, -12)
    if (event.clientY > window.innerHeight - 80) window.scrollBy(0, 12)
  }

  private readonly drop = () => {
    const { index, gap, hasMoved } = this
    this.cancel()
    const { state } = this.view
    if (index >= state.doc.childCount) return
    if (hasMoved) {
      const tr = moveBlockTo(state, index, gap)
      if (tr.docChanged) this.view.dispatch(tr)
    } else {
      const start = startOfBlock(state.doc, index)
      const selection = state.doc.child(index).isAtom
        ? NodeSelection.create(state.doc, start)
        : TextSelection.between(
            state.doc.resolve(start + 1),
            state.doc.resolve(start + state.doc.child(index).nodeSize - 1),
          )
      this.view.dispatch(state.tr.setSelection(selection))
    }
    this.view.focus()
  }

  private readonly cancel = () => {
    this.gap = -1
    this.line.hidden = true
    this.handle.hidden = true
    this.handle.removeEventListener('pointermove', this.drag)
    this.handle.removeEventListener('pointerup', this.drop)
    this.handle.removeEventListener('pointercancel', this.cancel)
  }

  private show() {
    const box = this.view.dom.children[this.index]?.getBoundingClientRect()
    if (box === undefined) return
    this.view.dom.parentElement?.append(this.handle, this.line)
    this.handle.hidden = false
    const room = this.frame()
    const text = this.view.dom.getBoundingClientRect()
    this.handle.style.top = `${box.top - room.top + Math.min(2, box.height / 2)}px`
    this.handle.style.left = `${Math.max(0, text.left - room.left - 30)}px`
  }

  /** What the handle and the line are placed in. */
  private frame(): DOMRect {
    return (this.handle.offsetParent ?? this.view.dom).getBoundingClientRect()
  }

  private blockAt(clientY: number): number {
    const { children } = this.view.dom
    let low = 0
    let high = Math.min(children.length, this.view.state.doc.childCount) - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((children[middle]?.getBoundingClientRect().bottom ?? 0) < clientY) low = middle + 1
      else high = middle
    }
    return low
  }
}
