import { z } from 'zod'
import { BUILT_IN_ROLES } from '../policy/actor'
import { EVENT_GROUPS } from './event-groups'

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** Which part of the audit log somebody looks at: the query of its addresses. What makes no sense in it is left out. */
export const AuditQuery = z.object({
  /** Who did it. */
  person: one(z.uuid()),
  group: one(z.enum(EVENT_GROUPS)),
  /** The kind of thing that it was done to. */
  thing: one(z.string().regex(/^[A-Za-z]{1,40}$/)),
  /** The one thing that it was done to. */
  id: one(z.uuid().or(z.enum(BUILT_IN_ROLES))),
  /** The first and the last day, in the paper's zone. */
  from: one(z.iso.date()),
  to: one(z.iso.date()),
  /** The last event of the page before. */
  before: one(z.uuid()),
})
export type AuditQuery = z.output<typeof AuditQuery>

const NAMES = ['person', 'group', 'thing', 'id', 'from', 'to', 'before'] as const

/** An address with this part of the log, its parameters always in one order. */
export function auditHref(query: AuditQuery, path = '/admin/audit'): string {
  const parameters = new URLSearchParams()
  for (const name of NAMES) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`
}
