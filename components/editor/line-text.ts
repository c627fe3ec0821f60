import type { Node } from '@tiptap/pm/model'

/** The words in a line, one character for each position in it: a line break is `\n`, anything else that is no text `\ufffc`. */
export function lineText(line: Node): string {
  let text = ''
  line.forEach((child) => {
    if (child.isText) text += child.text
    else text += child.type.name === 'hardBreak' ? '\n' : '\ufffc'.repeat(child.nodeSize)
  })
  return text
}
