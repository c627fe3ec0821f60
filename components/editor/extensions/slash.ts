import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

/** A slash and what follows it, up to the cursor. */
export type SlashQuery = { from: number; to: number; query: string }

const slashKey = new PluginKey<SlashQuery | null>('slash')

/**
 * Notices a slash at the start of a word in a paragraph of the body and what is typed after it. What to show and what to
 * insert is the menu's business: `onKey` lets it have the keys while a slash is open.
 */
export const slash = Extension.create<{
  onChange: (match: SlashQuery | null) => void
  onKey: (key: string) => boolean
}>({
  name: 'slash',
  priority: 1100,

  addOptions: () => ({ onChange: () => {}, onKey: () => false }),

  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<SlashQuery | null>({
        key: slashKey,
        state: {
          init: () => null,
          apply: (tr, open, _before, state) => {
            if (tr.getMeta(slashKey) === 'close') return null
            const found = open !== null || tr.docChanged ? slashBefore(state) : null
            // It opens with the slash itself, not when the cursor comes back to an old one and types on.
            return open === null && found?.query !== '' ? null : found
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            if (slashKey.getState(view.state) == null || event.isComposing) return false
            if (event.key === 'Escape') {
              view.dispatch(view.state.tr.setMeta(slashKey, 'close'))
              return true
            }
            return options.onKey(event.key)
          },
          handleDOMEvents: {
            blur: (view) => {
              if (slashKey.getState(view.state) != null) view.dispatch(view.state.tr.setMeta(slashKey, 'close'))
              return false
            },
          },
        },
        view: () => ({
          update: (view, before) => {
            const match = slashKey.getState(view.state) ?? null
            if (match !== (slashKey.getState(before) ?? null)) options.onChange(match)
          },
          destroy: () => options.onChange(null),
        }),
      }),
    ]
  },
})

/** The slash before the cursor, at the start of a word in a paragraph of the body. */
export function slashBefore(state: EditorState): SlashQuery | null {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 40), $from.parentOffset, '\n', '\n')
  const found = /(?:^|\s)\/([\p{L}\d& ]{0,24})$/u.exec(before)
  if (found === null || /^ | {2}/.test(found[1] ?? '')) return null
  const query = found[1] ?? ''
  return { from: $from.pos - query.length - 1, to: $from.pos, query }
}
