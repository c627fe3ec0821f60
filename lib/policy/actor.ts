import type { Grants } from './table'

/** The roles that every newsroom has from the start, by their ids. A paper may have more: their ids are those of rows. */
export const BUILT_IN_ROLES = ['REPORTER', 'EDITOR', 'ADMINISTRATOR', 'LAWYER'] as const
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number]

/** Whoever acts, as a plain value: a request, a job, a script and a test hand the same thing to a use case. */
export type Actor =
  | {
      kind: 'person'
      id: string
      name: string
      email: string
      /** The id of their role. What they may do stands in `grants`: ask lib/policy/policy.ts, not this. */
      role: string
      roleName: string
      grants: Grants
      /** The desks to which they belong. */
      deskIds: readonly string[]
      sessionId: string
      /** Where their role asks for a second factor that they have not set up: until when they have to. After it they have no grants. */
      secondFactor?: { dueAt: Date; isOverdue: boolean }
    }
  /** A named part of the system, for what no person starts: "jobs", "set-up". */
  | { kind: 'system'; name: string }
  | { kind: 'nobody' }

export type PersonActor = Extract<Actor, { kind: 'person' }>
