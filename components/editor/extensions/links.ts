import { type Editor, Extension, getMarkRange } from '@tiptap/core'
import type { Mark } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import { findArticleByUrl } from '../api/articles'
import { pastedAddress } from '../linking/address-in'
import { rememberCard } from '../linking/article-cards.client'

/** An address pasted over selected words links them; an address of our own becomes a link by id. */
export const links = Extension.create({
  name: 'links',

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const href = pastedAddress(event.clipboardData?.getData('text/plain') ?? '')
            if (href === null || !canLink(view.state)) return false
            view.dispatch(linkWords(view.state, { articleId: null, href }).setMeta('paste', true))
            if (/^https?:/.test(href)) void linkById(editor, href)
            return true
          },
        },
      }),
    ]
  },
})

/** Asks whether an address is one of ours, and if so lets the words that carry it point at the article itself. */
async function linkById(editor: Editor, href: string): Promise<void> {
  const article = await findArticleByUrl(href).catch(() => null)
  if (article === null || editor.isDestroyed) return
  rememberCard(article)
  const tr = withLinksById(editor.state, href, article.id)
  if (tr.docChanged) editor.view.dispatch(tr)
}

export function withLinksById(state: EditorState, href: string, articleId: string): Transaction {
  const tr = state.tr
  const link = state.schema.mark('link', { articleId, href: null })
  state.doc.descendants((node, position) => {
    const isThis = node.marks.some((mark) => mark.type === link.type && mark.attrs.href === href)
    if (isThis) tr.addMark(position, position + node.nodeSize, link)
  })
  return tr
}

/** Are there selected words that may carry a link? */
export function canLink(state: EditorState): boolean {
  const { selection } = state
  const { type } = state.schema.mark('link')
  let isAllowed = false
  if (!selection.empty)
    state.doc.nodesBetween(selection.from, selection.to, (node) => {
      if (node.isTextblock && node.type.allowsMarkType(type)) isAllowed = true
    })
  return isAllowed
}

/** Links the selected words. */
export function linkWords(state: EditorState, target: { articleId: string | null; href: string | null }): Transaction {
  const { from, to } = state.selection
  return state.tr.addMark(from, to, state.schema.mark('link', target))
}

/** The mark of a kind at the cursor, or under the whole selection, and the words that it covers. */
export function markAt(
  state: EditorState,
  name: 'link' | 'quote' | 'claim' | 'toDo' | 'annotation',
): { from: number; to: number; mark: Mark } | null {
  const type = state.schema.marks[name]
  if (type === undefined) return null
  const range = getMarkRange(state.selection.$from, type)
  if (range === undefined || state.selection.to > range.to) return null
  const mark = state.doc.nodeAt(range.from)?.marks.find((one) => one.type === type)
  return mark === undefined ? null : { ...range, mark }
}
