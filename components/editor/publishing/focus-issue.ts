import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Issue } from '@/lib/errors'
import type { PanelTab } from '../side-panel.client'

/** Which field of a block an issue is about: the focus goes there, not only to the block. */
const ATTRIBUTES: Record<string, string> = {
  'no-alt': 'alt',
  'no-credit': 'credit',
  'no-speaker': 'speaker',
  'no-origin': 'origin',
  'no-said-on': 'saidOn',
  'no-author': 'author',
  'no-address': 'url',
  'no-newsletter': 'newsletterId',
  'no-heading': 'heading',
  'no-when': 'when',
  'no-table-caption': 'caption',
}

/** Is this about the text, rather than a field around it? */
export function isInText({ field }: Issue): boolean {
  return field === 'headline' || field === 'standfirst' || field.startsWith('document:')
}

/** The page of the panel on which a field around the text, or what an issue is about, stands. */
export function pageOf(field: string): PanelTab {
  if (field === 'embargo' || field === 'legal' || field === 'approval') return 'workflow'
  if (field === 'reply' || field.startsWith('reply:')) return 'replies'
  return field === 'claims' ? 'claims' : 'fields'
}

/** Takes the person to what an issue names in the text: the cursor, the selection or a field of a block. */
export function focusInText(editor: Editor, issue: Issue): void {
  const { state, view } = editor
  const position = Math.min(positionOf(editor, issue), state.doc.content.size)
  const node = state.doc.nodeAt(position)
  const attribute = ATTRIBUTES[issue.code]
  const selection =
    node?.isAtom && NodeSelection.isSelectable(node)
      ? NodeSelection.create(state.doc, position)
      : issue.code === 'dead-link' && node?.isText
        ? TextSelection.create(state.doc, position, position + node.nodeSize)
        : TextSelection.near(
            state.doc.resolve(node?.isText ? position : Math.min(position + 1, state.doc.content.size)),
            1,
          )
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  view.focus()
  const block = view.nodeDOM(position)
  if (!(block instanceof HTMLElement)) return
  block.scrollIntoView({ block: 'center' })
  if (attribute !== undefined) block.querySelector<HTMLElement>(`[data-attribute="${attribute}"]`)?.focus()
}

/** Puts the cursor at the end of the headline. */
export function focusTitle(editor: Editor): void {
  const { state, view } = editor
  const end = TextSelection.create(state.doc, state.doc.child(0).nodeSize - 1)
  view.dispatch(state.tr.setSelection(end).scrollIntoView())
  view.focus()
}

/** Puts the cursor in front of the first words of the body. */
export function focusStart(editor: Editor): void {
  const { state, view } = editor
  const start = state.doc.child(0).nodeSize + state.doc.child(1).nodeSize
  const selection = TextSelection.near(state.doc.resolve(Math.min(start + 1, state.doc.content.size)), 1)
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  view.focus()
}

function positionOf(editor: Editor, { field }: Issue): number {
  const { doc } = editor.state
  if (field === 'headline') return 0
  if (field === 'standfirst') return doc.child(0).nodeSize
  const position = Number(field.slice('document:'.length))
  const bodyStart = doc.child(0).nodeSize + doc.child(1).nodeSize
  return Number.isInteger(position) && position > 0 ? position : bodyStart
}

/** Puts the focus into a field around the text. @returns whether it is on the page */
export function focusAround(field: string): boolean {
  const box = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
  const control = box?.querySelector<HTMLElement>('input, select, textarea, button')
  if (!control) return false
  control.scrollIntoView({ block: 'center' })
  control.focus()
  return true
}
