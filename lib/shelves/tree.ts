type Node = { id: string; parentId: string | null }

/** What stands above a shelf, the topmost first; without the shelf itself. */
export function ancestorsOf<Shelf extends Node>(shelves: readonly Shelf[], id: string): Shelf[] {
  const byId = new Map(shelves.map((shelf) => [shelf.id, shelf]))
  const above: Shelf[] = []
  let at = byId.get(byId.get(id)?.parentId ?? '')
  while (at !== undefined && !above.includes(at)) {
    above.unshift(at)
    at = byId.get(at.parentId ?? '')
  }
  return above
}

/** What stands below a shelf, at any distance, in the order of a printed tree; without the shelf itself. */
export function descendantsOf<Shelf extends Node>(shelves: readonly Shelf[], id: string | null): Shelf[] {
  const children = shelves.filter((shelf) => shelf.parentId === id)
  return children.flatMap((child) => [child, ...descendantsOf(shelves, child.id)])
}

/** How many levels a shelf and what is below it take: 1 where nothing is below it. */
export function heightOf(shelves: readonly Node[], id: string): number {
  const children = shelves.filter((shelf) => shelf.parentId === id)
  return 1 + Math.max(0, ...children.map((child) => heightOf(shelves, child.id)))
}
