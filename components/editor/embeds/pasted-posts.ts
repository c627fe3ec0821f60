import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { findArticleByUrl } from '../api/articles'
import { lookUpPost } from '../api/embeds'
import { pastedAddress } from '../linking/address-in'
import { isSuggesting } from '../suggesting/suggesting-mode'
import { blockOfPost } from './block-of-post'
import { rememberWhyNot } from './not-captured'

const lookingUp = new PluginKey<ReadonlySet<string>>('lookingUp')

/**
 * The address of a post, pasted alone on an empty line, becomes the post. It is linked text at first, and stays so when
 * nothing more is known of the page, or when somebody went on writing there.
 */
export const pastedPosts = Extension.create({
  name: 'pastedPosts',

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<ReadonlySet<string>>({
        key: lookingUp,
        state: {
          init: () => new Set(),
          apply: (tr, urls) => tr.getMeta(lookingUp) ?? urls,
        },
        props: {
          decorations: (state) => DecorationSet.create(state.doc, notes(state)),
          handlePaste: (view, event) => {
            const url = pastedAddress(event.clipboardData?.getData('text/plain') ?? '')
            if (url === null || !/^https?:/.test(url) || !isOnEmptyLine(view.state) || isSuggesting(editor))
              return false
            view.dispatch(insertLinked(view.state, url).setMeta('paste', true))
            void makePost(editor, url)
            return true
          },
        },
      }),
    ]
  },
})

/** Posts stand in the body, not in lists or boxes. */
function isOnEmptyLine({ selection, schema }: EditorState): boolean {
  const { $from, empty } = selection
  return empty && $from.depth === 1 && $from.parent.type === schema.nodes.paragraph && $from.parent.content.size === 0
}

function insertLinked(state: EditorState, url: string): Transaction {
  const link = state.schema.mark('link', { articleId: null, href: url })
  return state.tr.replaceSelectionWith(state.schema.text(url, [link]), false).scrollIntoView()
}

async function makePost(editor: Editor, url: string): Promise<void> {
  mark(editor, url, true)
  try {
    if ((await findArticleByUrl(url)) !== null) return
    const post = await lookUpPost(url)
    if (editor.isDestroyed || isSuggesting(editor)) return
    if (post.kind === 'unknown') rememberWhyNot(url, post.reason)
    const block = blockOfPost(post, url, editor.schema)
    const at = lineOf(editor.state, url)
    if (block === null || at === null) return
    // One thing to undo, apart from the pasting: undone, the address is back.
    const tr = closeHistory(editor.state.tr).replaceWith(at.from, at.to, block)
    const isCursorThere = editor.state.selection.from >= at.from && editor.state.selection.to <= at.to
    const after = at.from + block.nodeSize
    if (!tr.doc.nodeAt(after)?.isTextblock) tr.insert(after, editor.schema.node('paragraph'))
    if (isCursorThere) tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1)))
    editor.view.dispatch(tr)
  } catch {
    // Nobody answered at all: a link is what was pasted, and a link it stays.
  } finally {
    if (!editor.isDestroyed) mark(editor, url, false)
  }
}

function mark(editor: Editor, url: string, isAsked: boolean): void {
  const urls = new Set(lookingUp.getState(editor.state))
  if (isAsked) urls.add(url)
  else urls.delete(url)
  editor.view.dispatch(editor.state.tr.setMeta(lookingUp, urls).setMeta('addToHistory', false))
}

/** The paragraph that is exactly the address and nothing more. */
function lineOf(state: EditorState, url: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  state.doc.forEach((node, from) => {
    const isLine = node.type.name === 'paragraph' && node.childCount === 1 && node.textContent === url
    if (isLine && node.firstChild?.marks.some(({ attrs }) => attrs.href === url)) {
      found ??= { from, to: from + node.nodeSize }
    }
  })
  return found
}

function notes(state: EditorState): Decoration[] {
  return [...(lookingUp.getState(state) ?? [])].flatMap((url) => {
    const line = lineOf(state, url)
    return line === null ? [] : [Decoration.widget(line.to - 1, note, { side: 1, key: url })]
  })
}

function note(): HTMLElement {
  const element = document.createElement('span')
  element.className = 'looking-up'
  element.setAttribute('role', 'status')
  element.textContent = 'Looking up the post…'
  return element
}
