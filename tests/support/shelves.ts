import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { changeShelf } from '@/lib/shelves/change-shelf'
import { createShelf } from '@/lib/shelves/create-shelf'
import type { ShelfInput } from '@/lib/shelves/shelf-input'

/** What the form sends for a topic, or for what `wanted` makes of it; with a name that nothing else has. */
export function shelfInput(wanted: Partial<ShelfInput>): ShelfInput {
  const name = `Topic ${newId().slice(-12)}`
  const plain = { slug: '', parentId: null, description: '', aliases: [], picture: null, isSensitive: false }
  return { kind: 'topic', name, ...plain, ...wanted }
}

export function aShelf(actor: PersonActor, wanted: Partial<ShelfInput> = {}): Promise<{ id: string; slug: string }> {
  return createShelf(actor, shelfInput(wanted))
}

/** Sends the form of a shelf as somebody who opened it this moment. */
export async function changeNow(actor: PersonActor, id: string, wanted: Partial<ShelfInput>): Promise<void> {
  const input = shelfInput(wanted)
  const find = { where: { id }, select: { version: true } }
  const { version } = await (input.kind === 'topic'
    ? database().topic.findUniqueOrThrow(find)
    : database().section.findUniqueOrThrow(find))
  const result = await changeShelf(actor, { ...input, id, baseVersion: version })
  if (result.kind !== 'saved') throw new Error('The test was behind')
}
