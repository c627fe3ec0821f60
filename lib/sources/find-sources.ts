import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { plain } from './code-name'
import { nameIn, type SourceRow, shown } from './source-row'

/** So many sources are looked through, the newest first. */
const LOOKED_AT_MOST = 5_000
const FOUND_MOST = 50

/**
 * Sources whose code name holds the words, and of those that the person may read also whose name does; accents and capitals aside. Names are
 * opened in memory, and the words never reach the database or its log: docs/decisions/0030-sealed-sources.md.
 *
 * @returns `isCut` when there are more than are looked through or shown
 * @throws Forbidden
 */
export async function findSources(
  actor: Actor,
  { words }: { words: string },
): Promise<{ sources: SourceRow[]; isCut: boolean }> {
  authorise(actor, 'source.read')
  const looked = plain(words.trim())
  if (looked === '') return { sources: [], isCut: false }
  const personId = actor.kind === 'person' ? actor.id : null
  const rows = await database().source.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT_MOST + 1,
    include: { readers: { select: { personId: true } } },
  })
  const found = rows.slice(0, LOOKED_AT_MOST).flatMap(({ readers, ...row }) => {
    const isMine = readers.some((reader) => reader.personId === personId)
    const mayRead = isMine || !row.isConfidential
    const fits = (text: string) => plain(text).includes(looked)
    if (!fits(row.codeName) && !(mayRead && fits(nameIn(row, row.id) ?? ''))) return []
    const { id, codeName, kind, terms, isConfidential, isKnown, sealed, keyId } = row
    return [shown({ id, codeName, kind, terms, isConfidential, isKnown, isMine, sealed, keyId })]
  })
  found.sort((a, b) => Number(b.isMine) - Number(a.isMine) || a.codeName.localeCompare(b.codeName, 'en'))
  return { sources: found.slice(0, FOUND_MOST), isCut: rows.length > LOOKED_AT_MOST || found.length > FOUND_MOST }
}
