import { recordEvent } from '../audit'
import { now } from '../clock'
import { database, type Transaction } from '../db/database'
import { NotFound } from '../errors'
import { newId } from '../ids'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { PartyChoice } from './claim-input'

/** Somebody who says something, or of whom something is said. */
export type Party = { id: string; name: string; kind: 'PERSON' | 'ORGANISATION' }

/**
 * The chosen one, made where the register has nobody of that name. Capitals make no difference; of two who make the same name at
 * the same moment, the second gets the first's.
 * @throws NotFound for an id of nobody
 */
export async function chooseParty(tx: Transaction, actor: Actor, choice: PartyChoice): Promise<Party> {
  if ('id' in choice) {
    const party = await tx.party.findUnique({ where: { id: choice.id }, select: { id: true, name: true, kind: true } })
    if (party === null) throw new NotFound('Nobody of this id is on the register. Choose again.')
    return party
  }
  const id = newId()
  const made = await tx.$queryRaw<Party[]>`
    INSERT INTO "Party" (id, kind, name, "createdAt", "createdById")
    VALUES (${id}::uuid, ${choice.kind}::"PartyKind", ${choice.name}, ${now()}, ${actor.kind === 'person' ? actor.id : null}::uuid)
    ON CONFLICT (lower(name)) DO UPDATE SET name = "Party".name
    RETURNING id, name, kind::text AS kind`
  const [party] = made
  if (party === undefined) throw new Error('An insert or update returns its row')
  if (party.id === id)
    await recordEvent(tx, actor, { action: 'party.create', thing: 'party', thingId: id, detail: { kind: choice.kind } })
  return party
}

/** People and organisations whose name holds the words, accents and capitals aside; those who speak most first. At most 12. */
export async function searchParties(actor: Actor, words: string): Promise<Party[]> {
  authorise(actor, 'claim.read')
  const looked = words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)
  return database().$queryRaw<Party[]>`
    SELECT p.id, p.name, p.kind::text AS kind FROM "Party" p
    WHERE standfirst_plain(p.name) LIKE '%' || standfirst_plain(${looked}) || '%'
    ORDER BY (SELECT count(*) FROM (SELECT 1 FROM "ClaimEvent" e WHERE e."speakerId" = p.id LIMIT 50) said) DESC, p.name
    LIMIT 12`
}
