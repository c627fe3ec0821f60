import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { confirmedIn } from '../session/confirmed-steps'
import { type ColouredTab, type Cursor, Cursors, type Heard } from './cursors'

/** A name is shown so long after its person moved. */
const SHOWN_MILLISECONDS = 3_000

type Shown = { cursors: Cursors; decorations: DecorationSet }

const key = new PluginKey<Shown>('othersCursors')

/** Shows where others are in the text. {@link showTabs} tells it. */
export function cursorsPlugin(): Plugin<Shown> {
  const moving = new Set<string>()
  return new Plugin<Shown>({
    key,
    state: {
      init: () => ({ cursors: new Cursors(), decorations: DecorationSet.empty }),
      apply(transaction, { cursors: before, decorations }) {
        const heard = transaction.getMeta(key) as Heard | undefined
        const followed = before.after(transaction)
        const cursors = heard === undefined ? followed : followed.hear(heard)
        if (heard !== undefined || confirmedIn(transaction) !== null) {
          const isSame = cursors.cursors.length === 0 && before.cursors.length === 0
          return { cursors, decorations: isSame ? decorations : decorated(transaction.doc, cursors.cursors, moving) }
        }
        return { cursors, decorations: decorations.map(transaction.mapping, transaction.doc) }
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => new MovingNames(view, moving),
  })
}

/** Everybody's tabs, as the stream told them; whose are not to be shown are left out by the caller. */
export function showTabs(view: EditorView, tabs: readonly ColouredTab[]): void {
  const heard: Heard = { tabs, version: getVersion(view.state), pending: sendableSteps(view.state)?.steps ?? [] }
  view.dispatch(view.state.tr.setMeta(key, heard).setMeta('addToHistory', false))
}

/** Scrolls to where a tab's cursor is and shows its name. False where it is not in the text. */
export function goToCursor(view: EditorView, clientId: string): boolean {
  const place = elementOf(view, clientId)
  if (place === null) return false
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  place.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
  place.dataset.moving = 'true'
  setTimeout(() => delete place.dataset.moving, SHOWN_MILLISECONDS)
  return true
}

/** Shows the name beside a cursor for a while after it was moved. Elements only: the document is not drawn again for it. */
class MovingNames {
  private readonly view: EditorView
  private readonly moving: Set<string>
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(view: EditorView, moving: Set<string>) {
    this.view = view
    this.moving = moving
  }

  update(view: EditorView, before: EditorState) {
    const then = key.getState(before)?.cursors
    const now = key.getState(view.state)?.cursors
    if (now === undefined || now === then) return
    const moves = new Map(then?.cursors.map((cursor) => [cursor.clientId, cursor.moves]))
    for (const cursor of now.cursors) if (moves.get(cursor.clientId) !== cursor.moves) this.show(cursor.clientId)
  }

  destroy() {
    for (const timer of this.timers.values()) clearTimeout(timer)
  }

  private show(clientId: string): void {
    clearTimeout(this.timers.get(clientId))
    this.moving.add(clientId)
    const place = elementOf(this.view, clientId)
    if (place !== null) place.dataset.moving = 'true'
    const end = () => {
      this.moving.delete(clientId)
      this.timers.delete(clientId)
      delete elementOf(this.view, clientId)?.dataset.moving
    }
    this.timers.set(clientId, setTimeout(end, SHOWN_MILLISECONDS))
  }
}

function elementOf(view: EditorView, clientId: string): HTMLElement | null {
  return view.dom.querySelector<HTMLElement>(`[data-cursor="${CSS.escape(clientId)}"]`)
}

function decorated(document: Node, cursors: readonly Cursor[], moving: ReadonlySet<string>): DecorationSet {
  return DecorationSet.create(
    document,
    cursors.flatMap((cursor) => decorationsOf(document, cursor, moving)),
  )
}

function decorationsOf(document: Node, cursor: Cursor, moving: ReadonlySet<string>): Decoration[] {
  const { anchor, head } = cursor.here
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)]
  // What does not fit is not shown: the next word from its tab will fit.
  if (from < 0 || to > document.content.size) return []
  if (!document.resolve(head).parent.inlineContent) return blockOf(document, cursor, from)
  const caret = Decoration.widget(head, () => caretOf(cursor, moving), {
    key: `${cursor.clientId} ${cursor.colour} ${cursor.name}`,
    side: -1,
    ignoreSelection: true,
  })
  if (from === to) return [caret]
  return [Decoration.inline(from, to, { class: 'others-words', 'data-person-colour': String(cursor.colour) }), caret]
}

/** A picture, a card or a table cell that somebody has selected. */
function blockOf(document: Node, { clientId, name, colour }: Cursor, from: number): Decoration[] {
  const block = document.nodeAt(from)
  if (block === null || block.isInline) return []
  const attributes = {
    class: 'others-block',
    'data-cursor': clientId,
    'data-person-colour': String(colour),
    'data-name': name,
  }
  return [Decoration.node(from, from + block.nodeSize, attributes)]
}

/** The name stands in an attribute and is printed by the style sheet: the words of the text stay the words of the text. */
function caretOf({ clientId, name, colour }: Cursor, moving: ReadonlySet<string>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'others-cursor'
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset.cursor = clientId
  caret.dataset.personColour = String(colour)
  caret.dataset.name = name
  if (moving.has(clientId)) caret.dataset.moving = 'true'
  return caret
}
