import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { createShelf } from '@/lib/shelves/create-shelf'
import type { ShelfInput } from '@/lib/shelves/shelf-input'

/** What the form sends for a topic, or for what `wanted` makes of it; with a name that nothing else has. */
export function shelfInput(wanted: Partial<ShelfInput>): ShelfInput {
  const name = `Topic ${newId().slice(-12)}`
  return { kind: 'topic', name, slug: '', parentId: null, description: '', aliases: [], picture: null, ...wanted }
}

export function aShelf(actor: PersonActor, wanted: Partial<ShelfInput> = {}): Promise<{ id: string; slug: string }> {
  return createShelf(actor, shelfInput(wanted))
}
