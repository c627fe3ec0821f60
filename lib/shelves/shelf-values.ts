import type { Shelf } from './shelf'
import type { ShelfInput } from './shelf-input'

/** A topic or a section as its form holds it. */
export type ShelfValues = Omit<ShelfInput, 'kind'>

export function valuesOf(shelf: Shelf): ShelfValues {
  const { name, slug, parentId, description, aliases, pictureId, pictureAlt, isSensitive } = shelf
  const picture = pictureId === null ? null : { mediaId: pictureId, alt: pictureAlt }
  return { name, slug, parentId, description, aliases, picture, isSensitive }
}
