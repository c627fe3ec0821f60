import type { NodeSpec } from 'prosemirror-model'

export const divider: NodeSpec = {
  group: 'block',
  atom: true,
  parseDOM: [{ tag: 'hr' }],
  toDOM: () => ['hr'],
}
