import { Selection } from '@tiptap/pm/state'
import { focusAttribute } from '../boxes/focus-attribute'
import type { BlockProps } from './attribute.client'

/** From a field of a block to the words before the block. */
export function goAbove({ editor: { view }, getPos }: BlockProps): void {
  const position = getPos()
  if (position === undefined) return
  const { doc, tr } = view.state
  const above = Selection.findFrom(doc.resolve(position), -1)
  if (above !== null) view.dispatch(tr.setSelection(above).scrollIntoView())
  view.focus()
}

/** From a field of a block to the first words inside; to the field `first` of what stands there, when it has one. */
export function goInside({ editor: { view }, getPos }: BlockProps, first?: string): void {
  const position = getPos()
  if (position === undefined) return
  if (first !== undefined && focusAttribute(view, position + 1, first)) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(Selection.near(doc.resolve(position + 1), 1)).scrollIntoView())
  view.focus()
}
