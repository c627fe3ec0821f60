import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * Names the two titles for assistive technology, says in an empty one what belongs there, and in an empty paragraph what
 * may be typed. Looks at three nodes, however long the article is: this runs on every key.
 */
export const placeholders = Extension.create({
  name: 'placeholders',

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          decorations: ({ doc, selection }) => {
            const headline = doc.child(0)
            const standfirst = doc.child(1)
            const bodyStart = headline.nodeSize + standfirst.nodeSize
            const found = [
              Decoration.node(0, headline.nodeSize, {
                'aria-label': 'Headline',
                ...hint(headline.content.size === 0, 'Headline'),
              }),
              Decoration.node(headline.nodeSize, bodyStart, {
                role: 'group',
                'aria-label': 'Standfirst',
                ...hint(standfirst.content.size === 0, 'Standfirst: why read on?'),
              }),
            ]
            const { $from, empty } = selection
            const isHere = empty && $from.depth === 1 && $from.parent.type.name === 'paragraph'
            if (isHere && $from.parent.content.size === 0) {
              found.push(Decoration.node($from.before(), $from.after(), hint(true, 'Type / for blocks')))
            } else if (
              doc.childCount === 3 &&
              doc.child(2).type.name === 'paragraph' &&
              doc.child(2).content.size === 0
            ) {
              found.push(Decoration.node(bodyStart, doc.content.size, hint(true, 'Type / for blocks')))
            }
            return DecorationSet.create(doc, found)
          },
        },
      }),
    ]
  },
})

function hint(isEmpty: boolean, text: string): Record<string, string> {
  return isEmpty ? { class: 'is-empty', 'data-placeholder': text } : {}
}
