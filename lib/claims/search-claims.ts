import type { Actor } from '../policy/actor'
import { STANDING_WORDS } from './claim-words'
import { listClaims } from './list-claims'

/** Claims as one chooses one of them, at most twelve: those with the words, or what changed last. */
export async function searchClaims(
  actor: Actor,
  { words }: { words: string },
): Promise<{ id: string; label: string; detail: string }[]> {
  const q = words.trim()
  const filter = { who: undefined, standing: undefined, age: undefined, cursor: undefined }
  const { claims } = await listClaims(actor, { ...filter, q: q === '' ? undefined : q, limit: 12 })
  return claims.map(({ id, statement, speaker, standing }) => ({
    id,
    label: statement,
    detail: `${speaker}: ${STANDING_WORDS[standing]}`,
  }))
}
