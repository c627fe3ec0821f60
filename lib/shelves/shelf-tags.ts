import { tag } from '../reader-cache/tags'
import type { Shelf, ShelfKind } from './shelf'
import { ancestorsOf, descendantsOf } from './tree'

/**
 * What readers' pages may show of a shelf: its own page, those of the shelves above and below it, and every page that prints its
 * name. Sections stand in the masthead of every page.
 */
export function shelfTags(kind: ShelfKind, shelves: readonly Shelf[], ids: readonly string[]): string[] {
  const around = ids.flatMap((id) => [
    id,
    ...ancestorsOf(shelves, id).map((shelf) => shelf.id),
    ...descendantsOf(shelves, id).map((shelf) => shelf.id),
  ])
  const own = kind === 'topic' ? tag.topic : tag.section
  const wide = kind === 'topic' ? [tag.everything] : [tag.everything, tag.home, tag.settings]
  return [...new Set([...around.map(own), ...ids.map(tag.shelf), ...wide])]
}
