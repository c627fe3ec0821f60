import { collab } from 'prosemirror-collab'
import { Node, type Schema } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'

/** Where the document lives while it is edited: an editor on the screen, or a bare state without one. */
export interface EditorHost {
  readonly state: EditorState
  /** True while an input method is in the middle of a word, which a change from outside would break. */
  readonly isComposing: boolean
  dispatch(transaction: Transaction): void
}

/** An editor without a screen: for drafts that are sent in the background, for an editor that was closed, and for tests. */
export class HeadlessEditor implements EditorHost {
  isComposing = false
  state: EditorState
  onChange: () => void = () => undefined

  constructor(state: EditorState) {
    this.state = state
  }

  dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction)
    this.onChange()
  }
}

/** @throws RangeError when the JSON is no document of this schema */
export function headlessEditor(schema: Schema, document: unknown, plugins: readonly Plugin[]): HeadlessEditor {
  const doc = Node.fromJSON(schema, document)
  doc.check()
  return new HeadlessEditor(EditorState.create({ doc, plugins: [...plugins] }))
}

/** The plugin that keeps apart what the server has confirmed and what it has not. */
export function collabPlugin(version: number, clientId: string): Plugin {
  return collab({ version, clientID: clientId })
}
