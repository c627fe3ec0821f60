import type { Node } from 'prosemirror-model'
import { type DocumentJson, toJson } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'

const { nodes } = schema

/** A document with a headline, a standfirst and the given blocks; a text is a paragraph. */
export function aDocument(headline: string, ...blocks: (string | Node)[]): DocumentJson {
  const body = blocks.length === 0 ? ['The council met on Tuesday.'] : blocks
  return toJson(
    nodes.doc.create(null, [
      nodes.headline.create(null, text(headline)),
      nodes.standfirst.create(null, text('What it means for the town.')),
      ...body.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
    ]),
  )
}

export function paragraph(words: string): Node {
  return nodes.paragraph.create(null, text(words))
}

export function readMore(articleId: string | null): Node {
  return nodes.readMore.create({ articleId })
}

export function related(...articleIds: string[]): Node {
  return nodes.related.create({ articleIds })
}

export function linked(words: string, to: { articleId: string } | { href: string }): Node {
  const mark = schema.marks.link.create({ articleId: null, href: null, ...to })
  return nodes.paragraph.create(null, [schema.text('See '), schema.text(words, [mark]), schema.text(' for more.')])
}

function text(words: string): Node[] {
  return words === '' ? [] : [schema.text(words)]
}
