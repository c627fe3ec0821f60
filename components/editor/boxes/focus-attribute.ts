import type { EditorView } from '@tiptap/pm/view'

/** Puts the cursor at the end of a field of a block, such as its heading. @returns whether the field is there */
export function focusAttribute(view: EditorView, position: number, name: string): boolean {
  const block = view.nodeDOM(position)
  const field = block instanceof HTMLElement ? block.querySelector(`[data-attribute="${name}"]`) : null
  if (!(field instanceof HTMLInputElement)) return false
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
  return true
}
