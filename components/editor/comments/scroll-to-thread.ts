import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { placeOfThread } from './conversations'

/** Puts the cursor where the words of a conversation begin and brings them into sight. False when they are gone. */
export function scrollToThread(editor: Editor, threadId: string): boolean {
  const at = placeOfThread(editor, threadId)
  if (at === null) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at), 1)))
  const { node, offset } = view.domAtPos(at, 1)
  const inside = node.childNodes[offset] ?? node
  const place = inside instanceof Element ? inside : inside.parentElement
  place?.scrollIntoView({ block: 'center' })
  return true
}
