import type { z } from 'zod'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { getSource } from '@/lib/sources/get-source'
import { type ChangeSource, CreateSource } from '@/lib/sources/source-input'

export const NAME = 'Zora Quillfeather'

/** A person who is known and confidential, unless said otherwise. */
export function aSourceInput(more: object = {}): z.output<typeof CreateSource> {
  return CreateSource.parse({
    ...{
      codeName: `Finch ${newId().slice(-8)}`,
      kind: 'PERSON',
      terms: 'BACKGROUND',
      isConfidential: true,
      isKnown: true,
    },
    ...{ sameOriginAs: null, readerIds: [], name: NAME, contact: 'Under the bridge', notes: 'On Tuesdays' },
    ...more,
  })
}

/** A source as its form would send it back, with changes. */
export async function changeOf(
  actor: PersonActor,
  id: string,
  more: Partial<z.output<typeof ChangeSource>>,
): Promise<z.output<typeof ChangeSource>> {
  const { codeName, kind, terms, isConfidential, isKnown, version, inside } = await getSource(actor, id)
  const sameOriginAs = inside?.sameOrigin[0]?.id ?? null
  const readerIds = inside?.readers.map((reader) => reader.id) ?? []
  return { id, base: version, codeName, kind, terms, isConfidential, isKnown, sameOriginAs, readerIds, ...more }
}
