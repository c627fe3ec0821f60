import type { Transaction } from '../db/database'
import { assertNameFree, assertSlugFree, findSlugOwner } from './assert-free'
import { parseShelfName } from './create-byline'
import { freeSlug } from './free-slug'
import { plain } from './plain'
import { refusal } from './refusal'
import { LEVELS_MOST, type Shelf } from './shelf'
import type { ShelfInput } from './shelf-input'
import { ancestorsOf, descendantsOf, heightOf } from './tree'

export type CheckedShelf = {
  row: {
    name: string
    slug: string
    description: string
    parentId: string | null
    pictureId: string | null
    pictureAlt: string
    isSensitive: boolean
  }
  aliases: string[]
}

/**
 * A shelf as it may be written, after everything that can be wrong with it was asked. The caller holds `lockShelves`.
 * @param own the shelf as it stands, null for a new one
 * @throws Invalid that says which field and why
 */
export async function checkShelf(
  tx: Transaction,
  input: ShelfInput,
  shelves: readonly Shelf[],
  own: Shelf | null,
): Promise<CheckedShelf> {
  const { kind, parentId, description, picture, isSensitive } = input
  const ownId = own?.id ?? null
  const name = parseShelfName(input.name)
  await assertNameFree(tx, kind, name, ownId)
  const slug = await slugOf(tx, input, name, own)
  await assertSlugFree(tx, kind, slug, ownId)
  assertParent(shelves, ownId, parentId)
  const aliases = distinctNames(input.aliases, name)
  for (const alias of aliases) await assertNameFree(tx, kind, alias, ownId, 'aliases')
  if (picture !== null && (await tx.mediaAsset.count({ where: { id: picture.mediaId } })) === 0)
    throw refusal('picture', 'unknown', 'This picture does not exist any more.')
  if (picture !== null && picture.alt === '')
    throw refusal('alt', 'no-alt', 'Say what is to be seen, for those who do not see it.')
  const shown = { pictureId: picture?.mediaId ?? null, pictureAlt: picture?.alt ?? '' }
  const row = { name, slug, description, parentId, isSensitive, ...shown }
  return { row, aliases }
}

/** An emptied slug keeps what there is; a new shelf gets one from its name, and is told when that leads elsewhere. */
async function slugOf(tx: Transaction, { kind, slug }: ShelfInput, name: string, own: Shelf | null): Promise<string> {
  if (slug !== '') return slug
  return own?.slug ?? freeSlug(name, async (taken) => (await findSlugOwner(tx, kind, taken))?.slug === taken)
}

/** @throws Invalid when the shelf would stand below itself, too deep, or below nothing that exists */
function assertParent(shelves: readonly Shelf[], ownId: string | null, parentId: string | null): void {
  if (parentId === null) return
  const parent = shelves.find(({ id }) => id === parentId)
  if (parent === undefined) throw refusal('parentId', 'unknown', 'What it should stand below does not exist any more.')
  if (parentId === ownId || (ownId !== null && descendantsOf(shelves, ownId).includes(parent)))
    throw refusal('parentId', 'circle', `“${parent.name}” stands below this itself.`)
  const levels = ancestorsOf(shelves, parentId).length + 1 + (ownId === null ? 1 : heightOf(shelves, ownId))
  if (levels > LEVELS_MOST) throw refusal('parentId', 'deep', `At most ${LEVELS_MOST} may stand below each other.`)
}

/** Each name once and never the shelf's own, by what people type: case does not tell names apart. */
function distinctNames(aliases: readonly string[], name: string): string[] {
  const seen = new Set([plain(name)])
  const distinct: string[] = []
  for (const alias of aliases.filter((each) => each.trim() !== '').map(parseShelfName)) {
    if (seen.has(plain(alias))) continue
    seen.add(plain(alias))
    distinct.push(alias)
  }
  return distinct
}
