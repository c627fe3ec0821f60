import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { RELATED_MOST } from '@/lib/document/nodes/related'
import { canLink, linkWords } from '../extensions/links'

/**
 * Links selected words to an article, or where none are selected the first place where one of the names stands unlinked.
 * Null where there is neither.
 */
export function linkTo(state: EditorState, articleId: string, names: readonly string[]): Transaction | null {
  const target = { articleId, href: null }
  if (canLink(state)) return linkWords(state, target)
  for (const name of names) {
    const place = firstUnlinked(state.doc, name)
    if (place !== null) return state.tr.addMark(place.from, place.to, state.schema.mark('link', target))
  }
  return null
}

function firstUnlinked(document: Node, name: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  document.descendants((node, position, parent) => {
    if (found !== null) return false
    const isFree = !node.marks.some(({ type }) => type.name === 'link')
    const allows = parent?.type.allowsMarkType(document.type.schema.mark('link').type) ?? false
    const at = node.isText && isFree && allows ? (node.text ?? '').indexOf(name) : -1
    if (at >= 0) found = { from: position + at, to: position + at + name.length }
    return true
  })
  return found
}

/**
 * Puts an article into the related list that closes the text, or makes one. Null where the list has it already or is full.
 */
export function addToRelated(state: EditorState, articleId: string): Transaction | null {
  let list: { position: number; ids: readonly string[] } | null = null
  state.doc.forEach((node, position) => {
    if (node.type.name === 'related') list = { position, ids: node.attrs.articleIds }
  })
  const related = list as { position: number; ids: readonly string[] } | null
  if (related === null) {
    const block = state.schema.node('related', { articleIds: [articleId] })
    return state.tr.insert(state.doc.content.size, block)
  }
  if (related.ids.includes(articleId) || related.ids.length >= RELATED_MOST) return null
  return state.tr.setNodeAttribute(related.position, 'articleIds', [...related.ids, articleId])
}
