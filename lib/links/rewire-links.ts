import type { Transform } from 'prosemirror-transform'

/**
 * Takes out what points at an article, or lets it point at another one: linked words stay as words, a card goes, a related
 * list loses one entry. A list never holds an article twice, and without an entry it goes, too.
 *
 * @param to null takes the links out
 * @returns how many links were changed
 */
export function rewireLinks(transform: Transform, { from, to }: { from: string; to: string | null }): number {
  let count = 0
  const { doc } = transform
  // From the end to the beginning: what comes before keeps its place.
  const places: { position: number; name: string }[] = []
  doc.descendants((node, position) => {
    if (pointsAt(node, from)) places.unshift({ position, name: node.type.name })
  })
  for (const { position, name } of places) {
    const node = transform.doc.nodeAt(position)
    if (node === null) continue
    count++
    if (name === 'readMore') replaceCard(transform, position, to)
    else if (name === 'related') replaceInList(transform, position, node.attrs.articleIds, from, to)
    else replaceMark(transform, position, node, from, to)
  }
  return count
}

type Pointing = Parameters<Parameters<Transform['doc']['descendants']>[0]>[0]

function pointsAt(node: Pointing, articleId: string): boolean {
  if (node.type.name === 'readMore') return node.attrs.articleId === articleId
  if (node.type.name === 'related') return node.attrs.articleIds.includes(articleId)
  return node.marks.some(({ type, attrs }) => type.name === 'link' && attrs.articleId === articleId)
}

function replaceCard(transform: Transform, position: number, to: string | null): void {
  if (to === null) transform.delete(position, position + 1)
  else transform.setNodeAttribute(position, 'articleId', to)
}

function replaceInList(
  transform: Transform,
  position: number,
  articleIds: readonly string[],
  from: string,
  to: string | null,
): void {
  const ids = [...new Set(articleIds.flatMap((id) => (id === from ? (to ?? []) : id)))]
  if (ids.length === 0) transform.delete(position, position + 1)
  else transform.setNodeAttribute(position, 'articleIds', ids)
}

function replaceMark(transform: Transform, position: number, node: Pointing, from: string, to: string | null): void {
  // Of the document's own schema: the editor in the browser has another copy of it.
  const mark = node.marks.find(({ type, attrs }) => type.name === 'link' && attrs.articleId === from)
  if (mark === undefined) return
  const end = position + node.nodeSize
  transform.removeMark(position, end, mark)
  if (to !== null) transform.addMark(position, end, mark.type.create({ ...mark.attrs, articleId: to }))
}
