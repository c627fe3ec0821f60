import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { type FindState, findAgain, findAll, firstAt, NOTHING, show } from './find-state'
import type { Search } from './search'

export const findKey = new PluginKey<FindState>('find')

/** What a transaction tells the search: look for this, look at the match here or after it, or stop. */
export type FindAction = { look: Search; near: number } | { lookAt: number } | { stop: true }

/** Shows in the text what somebody looks for, and keeps it right while they and others write. */
export const find = Extension.create({
  name: 'find',

  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key: findKey,
      state: {
        init: () => NOTHING,
        apply: (tr, before) => {
          const action = tr.getMeta(findKey) as FindAction | undefined
          if (action !== undefined && 'stop' in action) return NOTHING
          if (action !== undefined && 'look' in action) return findAll(tr.doc, action.look, action.near)
          const state = tr.docChanged ? findAgain(before, tr) : before
          return action === undefined ? state : show(tr.doc, state, firstAt(state.matches, action.lookAt))
        },
      },
      props: { decorations: (state) => findState(state).shown },
    }),
  ],
})

export function findState(state: EditorState): FindState {
  return findKey.getState(state) ?? NOTHING
}
