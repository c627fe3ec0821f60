import type { NodeSpec } from 'prosemirror-model'

export const bulletedList: NodeSpec = {
  group: 'block list',
  content: 'listItem+',
  parseDOM: [{ tag: 'ul' }],
  toDOM: () => ['ul', 0],
}

export const numberedList: NodeSpec = {
  group: 'block list',
  content: 'listItem+',
  parseDOM: [{ tag: 'ol' }],
  toDOM: () => ['ol', 0],
}

export const listItem: NodeSpec = {
  content: 'paragraph (paragraph | list)*',
  defining: true,
  parseDOM: [{ tag: 'li' }],
  toDOM: () => ['li', 0],
}
