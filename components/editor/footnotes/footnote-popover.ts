import { baseKeymap, toggleMark } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { MarkType, Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection, Plugin, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { StepMap } from '@tiptap/pm/transform'
import { EditorView } from '@tiptap/pm/view'
import type { Ask } from '../asks'
import { pastedAddress } from '../linking/address-in'

type Setting = {
  /** The editor of the article. */
  view: EditorView
  /** What the popover stands under. */
  chip: HTMLElement
  node: Node
  getPos: () => number | undefined
  ask: (ask: Ask) => void
  onClose: () => void
}

/** Came from the article, so it does not go back there. */
const FROM_ARTICLE = 'fromArticle'

/**
 * The words of one footnote in an editor of their own. What is typed here becomes steps of the article at once, so that it is
 * saved, shared and undone like any other word.
 */
export class FootnotePopover {
  private readonly setting: Setting
  private readonly dom: HTMLElement
  private readonly inner: EditorView
  private isClosed = false

  constructor(setting: Setting) {
    this.setting = setting
    const { view, node } = setting
    this.dom = document.createElement('section')
    this.dom.className = 'footnote-popover'
    this.dom.setAttribute('aria-label', 'Footnote')
    this.inner = new EditorView(this.dom, {
      state: EditorState.create({ doc: node, plugins: [keymap(this.keys()), keymap(baseKeymap), pastedLinks()] }),
      editable: () => view.editable,
      transformPastedHTML: (html) => cleanedFor(view, html),
      attributes: { role: 'textbox', 'aria-label': 'Footnote text', spellcheck: 'true', class: 'footnote-words' },
      dispatchTransaction: (tr) => this.dispatch(tr),
    })
    this.dom.append(this.foot())
    this.dom.addEventListener('focusout', this.onFocusOut)
    const room = view.dom.closest('.editor-room') ?? view.dom.parentElement
    room?.append(this.dom)
    this.place()
  }

  focus(selection?: { anchor: number; head: number }): void {
    const { doc, tr } = this.inner.state
    const inside = (position: number) => Math.min(Math.max(position, 0), doc.content.size)
    const wanted =
      selection === undefined
        ? Selection.atEnd(doc)
        : TextSelection.create(doc, inside(selection.anchor), inside(selection.head))
    this.inner.dispatch(tr.setSelection(wanted))
    this.inner.focus()
  }

  /** Takes in what others, undo or suggesting mode made of the words: only what differs, so that the cursor stays. */
  update(node: Node): void {
    const { state } = this.inner
    const start = node.content.findDiffStart(state.doc.content)
    const end = node.content.findDiffEnd(state.doc.content)
    if (start === null || end === null) return
    const overlap = Math.max(0, start - Math.min(end.a, end.b))
    const tr = state.tr.replace(start, end.b + overlap, node.slice(start, end.a + overlap))
    this.inner.dispatch(tr.setMeta(FROM_ARTICLE, true))
  }

  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.dom.removeEventListener('focusout', this.onFocusOut)
    this.inner.destroy()
    this.dom.remove()
    this.setting.onClose()
  }

  private dispatch(tr: Transaction): void {
    const { state, transactions } = this.inner.state.applyTransaction(tr)
    this.inner.updateState(state)
    const position = this.setting.getPos()
    if (position === undefined || transactions.some((each) => each.getMeta(FROM_ARTICLE) === true)) return
    const article = this.setting.view
    const offset = StepMap.offset(position + 1)
    const outer = article.state.tr
    for (const step of transactions.flatMap((each) => each.steps)) {
      const moved = step.map(offset)
      if (moved !== null) outer.step(moved)
    }
    if (outer.docChanged) article.dispatch(outer)
  }

  private keys() {
    const { view } = this.setting
    const onArticle = (command: typeof undo) => () => {
      command(view.state, view.dispatch)
      return true
    }
    const mark = (name: string) => toggleMark(view.state.schema.marks[name] as MarkType)
    return {
      'Mod-z': onArticle(undo),
      'Mod-Z': onArticle(redo),
      'Shift-Mod-z': onArticle(redo),
      'Mod-y': onArticle(redo),
      'Mod-b': mark('bold'),
      'Mod-i': mark('italic'),
      'Mod-k': () => this.link(),
      Enter: () => this.leave(),
      'Mod-Enter': () => this.leave(),
      Escape: () => this.leave(),
    }
  }

  /** The form for links speaks of the article's own selection. */
  private link(): boolean {
    const position = this.setting.getPos()
    const { selection } = this.inner.state
    if (position === undefined || selection.empty) return true
    const { view, ask } = this.setting
    const { from, to } = selection
    view.dispatch(
      view.state.tr.setSelection(TextSelection.create(view.state.doc, position + 1 + from, position + 1 + to)),
    )
    this.close()
    ask({ kind: 'link words' })
    return true
  }

  /** Back to the text, behind the number. A note without words goes. */
  private leave(): boolean {
    const { view, getPos } = this.setting
    const position = getPos()
    if (this.inner.state.doc.textContent.trim() === '') {
      this.remove()
      return true
    }
    this.close()
    if (position !== undefined) {
      const after = position + (view.state.doc.nodeAt(position)?.nodeSize ?? 0)
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(after), 1)).scrollIntoView())
    }
    view.focus()
    return true
  }

  private remove(): void {
    const { view, getPos } = this.setting
    const position = getPos()
    this.close()
    const node = position === undefined ? null : view.state.doc.nodeAt(position)
    if (position !== undefined && node) view.dispatch(view.state.tr.delete(position, position + node.nodeSize))
    view.focus()
  }

  private foot(): HTMLElement {
    const foot = document.createElement('div')
    foot.className = 'footnote-foot'
    if (this.setting.view.editable) foot.append(button('Remove footnote', () => this.remove()))
    foot.append(button('Done', () => this.leave()))
    return foot
  }

  private readonly onFocusOut = (event: FocusEvent) => {
    const to = event.relatedTarget
    // Another window, or a dialog of this one, may have the focus for a moment.
    if (to instanceof globalThis.Node && !this.dom.contains(to)) this.close()
  }

  private place(): void {
    const room = this.dom.offsetParent?.getBoundingClientRect()
    if (room === undefined) return
    const chip = this.setting.chip.getBoundingClientRect()
    const left = Math.min(chip.left - room.left - 24, room.width - this.dom.offsetWidth - 8)
    this.dom.style.top = `${chip.bottom + 8 - room.top}px`
    this.dom.style.left = `${Math.max(8, left)}px`
  }
}

/** HTML as the article takes it when it is pasted there. */
function cleanedFor(article: EditorView, html: string): string {
  let cleaned = html
  article.someProp('transformPastedHTML', (clean) => {
    cleaned = clean(cleaned, article)
  })
  return cleaned
}

/** An address pasted over words of a note links them. */
function pastedLinks(): Plugin {
  return new Plugin({
    props: {
      handlePaste: ({ state, dispatch }, event) => {
        const href = pastedAddress(event.clipboardData?.getData('text/plain') ?? '')
        if (href === null || state.selection.empty || state.selection instanceof NodeSelection) return false
        const { from, to } = state.selection
        dispatch(state.tr.addMark(from, to, state.schema.mark('link', { articleId: null, href })))
        return true
      },
    },
  })
}

function button(label: string, onPress: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = label
  element.addEventListener('click', onPress)
  return element
}
