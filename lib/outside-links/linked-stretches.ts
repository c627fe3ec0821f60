import type { Mark, Node } from 'prosemirror-model'

/** Where words of a document link to an address, whatever place on that page they point at. */
export function linkedStretches(document: Node, url: string): { from: number; to: number; mark: Mark }[] {
  const found: { from: number; to: number; mark: Mark }[] = []
  document.descendants((node, position) => {
    const mark = node.marks.find(({ type }) => type.name === 'link')
    const href: unknown = mark?.attrs.href
    if (mark && typeof href === 'string' && href.split('#')[0] === url)
      found.push({ from: position, to: position + node.nodeSize, mark })
  })
  return found
}
