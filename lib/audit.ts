import { now } from './clock'
import type { Prisma, Transaction } from './db/database'
import { sqlOn } from './db/sql'
import { newId } from './ids'
import type { Actor } from './policy/actor'

/** What is written down for ever. `detail` never holds an article's words, a password or a token. */
type AuditEntry = {
  action: string
  thing: string
  thingId?: string
  detail?: Prisma.InputJsonObject
  /** When it happened, where that was asked of the database. Else by the clock of this machine. */
  at?: Date
}

/** The name of the person who last did something to a thing; empty where nobody did. */
export async function lastToTouch(tx: Transaction, thing: string, thingId: string): Promise<string> {
  const event = await tx.auditEvent.findFirst({
    where: { thing, thingId, personId: { not: null } },
    orderBy: { at: 'desc' },
    select: { personId: true },
  })
  if (event?.personId == null) return ''
  const person = await tx.person.findUnique({ where: { id: event.personId }, select: { name: true } })
  return person?.name ?? ''
}

/** Records an event in the transaction of what it records: either both happened or neither did. */
export async function recordEvent(tx: Transaction, actor: Actor, entry: AuditEntry): Promise<void> {
  const { action, thing, thingId = null, detail = {}, at = now() } = entry
  const personId = actor.kind === 'person' ? actor.id : null
  await sqlOn(tx)`
    INSERT INTO "AuditEvent" (id, at, "personId", action, thing, "thingId", detail)
    VALUES (${newId()}::uuid, ${at}::timestamptz, ${personId}::uuid, ${action}, ${thing}, ${thingId}, ${JSON.stringify(detail)}::jsonb)`
}
