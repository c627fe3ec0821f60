export const ROLES = ['REPORTER', 'EDITOR', 'ADMINISTRATOR', 'LAWYER'] as const
export type Role = (typeof ROLES)[number]

/** Whoever acts, as a plain value: a request, a job, a script and a test hand the same thing to a use case. */
export type Actor =
  | { kind: 'person'; id: string; name: string; email: string; role: Role; sessionId: string }
  /** A named part of the system, for what no person starts: "jobs", "set-up". */
  | { kind: 'system'; name: string }
  | { kind: 'nobody' }

export type PersonActor = Extract<Actor, { kind: 'person' }>
