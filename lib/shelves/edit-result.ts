/**
 * What became of a form that was sent. When somebody else changed the same thing since it was opened nothing is written: the person sees
 * both and decides.
 */
export type EditResult<Values> =
  | { kind: 'saved' }
  | {
      kind: 'clash'
      /** What the next try builds on. */
      version: number
      /** As it stands now. */
      standing: Values
      /** Whoever changed it last; empty where that is not known. */
      by: string
    }
