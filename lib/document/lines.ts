import { Fragment, type Node, type Schema } from 'prosemirror-model'

/** The words of each block in a piece of a document, in order. What has no words is left out. */
export function linesOf(content: Fragment): Fragment[] {
  if (content.firstChild?.isInline === true) return [content]
  const lines: Fragment[] = []
  content.forEach((node: Node) => {
    if (!node.isTextblock) lines.push(...linesOf(node.content))
    else if (node.content.size > 0) lines.push(node.content)
  })
  return lines
}

/** Lines as one, with line breaks between them. */
export function oneLineOf(lines: readonly Fragment[], schema: Schema): Fragment {
  return Fragment.fromArray(
    lines.flatMap((line, index) => [...(index === 0 ? [] : [schema.node('hardBreak')]), ...line.content]),
  )
}
