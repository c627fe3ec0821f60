import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Range } from './commented-words'

const key = new PluginKey<DecorationSet>('askedWords')

/**
 * The words that a comment is being written about, shown as long as it is: the selection itself goes with the focus. They stay
 * on their words whatever is typed around and inside them.
 */
export const askedWords = Extension.create({
  name: 'askedWords',

  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, decorations, _, { doc }) => {
            const asked = tr.getMeta(key) as { range: Range | null } | undefined
            if (asked === undefined) return decorations.map(tr.mapping, doc)
            if (asked.range === null) return DecorationSet.empty
            const { from, to } = asked.range
            return DecorationSet.create(doc, [Decoration.inline(from, to, { class: 'asked-words' })])
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** Shows the words that are asked about, or none. */
export function showAskedWords({ view }: Editor, range: Range | null): void {
  view.dispatch(view.state.tr.setMeta(key, { range }).setMeta('addToHistory', false))
}

/** Where these words stand now; null when nothing is left of them. */
export function askedRange({ state }: Editor): Range | null {
  const found = key.getState(state)?.find() ?? []
  const first = found[0]
  const last = found.at(-1)
  return first === undefined || last === undefined || first.from >= last.to ? null : { from: first.from, to: last.to }
}
