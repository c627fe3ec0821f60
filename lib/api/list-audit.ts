import type { z } from 'zod'
import { database } from '../db/database'
import { printCursor, readCursor } from './cursor'
import type { LIST_AUDIT } from './operations'
import type { AuditPage } from './shapes'

const LIST = 'audit'

/** The audit log for programs, newest first. What things are called is left out: it may be the headline of a draft. */
export async function listAudit({
  since,
  until,
  limit,
  cursor,
}: z.output<(typeof LIST_AUDIT)['query']>): Promise<z.input<typeof AuditPage>> {
  const after = readCursor(LIST, cursor)
  const found = await database().auditEvent.findMany({
    where: {
      AND: [
        since === undefined ? {} : { at: { gte: new Date(since) } },
        until === undefined ? {} : { at: { lt: new Date(until) } },
        // The first condition is for the index.
        after === null
          ? {}
          : { at: { lte: after.at }, OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] },
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const rows = found.slice(0, limit)
  const ids = new Set(rows.flatMap(({ personId }) => personId ?? []))
  const people = await database().person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const last = rows.at(-1)
  return {
    events: rows.map(({ id, at, action, thing, thingId, personId, detail }) => ({
      id,
      time: at.toISOString(),
      action,
      thing,
      thingId,
      person: personId === null ? null : { id: personId, name: names.get(personId) ?? '' },
      detail: detail !== null && typeof detail === 'object' && !Array.isArray(detail) ? detail : {},
    })),
    nextCursor: found.length > limit && last !== undefined ? printCursor(LIST, last) : null,
  }
}
