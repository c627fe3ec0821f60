import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Suggestion } from '@/lib/document/suggestions'
import type { SuggestionList } from './suggestion-list'

const labels = new PluginKey<DecorationSet>('suggestionLabels')

/** Keeps the list of suggestions, and says on both ends of a move that it is one: the marks alone cannot know. */
export function blockLabels(list: SuggestionList): Plugin {
  return new Plugin<DecorationSet>({
    key: labels,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => (tr.getMeta(labels) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => labels.getState(state) },
    view(view) {
      const show = () => {
        if (view.isDestroyed) return
        const set = movesIn(view, list.current())
        const hasAny =
          set !== DecorationSet.empty || (labels.getState(view.state) ?? DecorationSet.empty) !== DecorationSet.empty
        if (hasAny) view.dispatch(view.state.tr.setMeta(labels, set).setMeta('addToHistory', false))
      }
      const stop = list.subscribe(show)
      queueMicrotask(() => !view.isDestroyed && list.read(view.state))
      return {
        update: ({ state }, before) => {
          if (!state.doc.eq(before.doc)) list.readSoon(() => view.state)
        },
        destroy: () => {
          stop()
          list.stop()
        },
      }
    },
  })
}

function movesIn({ state: { doc } }: EditorView, suggestions: readonly Suggestion[]): DecorationSet {
  const moves = new Set(suggestions.filter(({ kind }) => kind === 'move').map(({ id }) => id))
  if (moves.size === 0) return DecorationSet.empty
  const found: Decoration[] = []
  doc.forEach((block, position) => {
    for (const { type, attrs } of block.marks) {
      if (!moves.has(attrs.suggestionId)) continue
      const end = type.name === 'inserted' ? 'here' : 'away'
      found.push(Decoration.node(position, position + block.nodeSize, { 'data-moved': end }))
    }
  })
  return DecorationSet.create(doc, found)
}
