/** What may happen to a claim. */
export const EVENT_KINDS = [
  'ASSERTED',
  'REPEATED',
  'DENIED',
  'DISPUTED',
  'CONFIRMED',
  'WITHDRAWN',
  'CORRECTED',
] as const
export type ClaimEventKind = (typeof EVENT_KINDS)[number]

/** Where a claim stands. It follows from its events, and from nothing else. */
export const STANDINGS = [
  'ASSERTED',
  'REPEATED',
  'DENIED',
  'DENIED_REPEATED',
  'DISPUTED',
  'CONFIRMED',
  'WITHDRAWN',
  'CORRECTED',
] as const
export type ClaimStanding = (typeof STANDINGS)[number]

/** What counts of an event. `saidAt` is null where nobody knows when it was said; `createdAt` is when it was put down. */
export type StandingEvent = { id: string; kind: ClaimEventKind; saidAt: Date | null; createdAt: Date }

/**
 * Where a claim stands after its events, by the rule of docs/claims.md. A pure function: the order in which the events are
 * handed over makes no difference. Without events a claim is asserted.
 */
export function standingAfter(events: readonly StandingEvent[]): ClaimStanding {
  return inOrder(events).reduce<ClaimStanding>((standing, { kind }) => NEXT[kind](standing), 'ASSERTED')
}

/**
 * Events as they happened: what asserts the claim first, whatever its date, for nothing is denied that nobody said; then by date.
 * An undated event counts as said when it was put down.
 */
export function inOrder<Event extends StandingEvent>(events: readonly Event[]): Event[] {
  return [...events].sort(
    (a, b) =>
      Number(a.kind !== 'ASSERTED') - Number(b.kind !== 'ASSERTED') ||
      timeOf(a) - timeOf(b) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  )
}

function timeOf({ saidAt, createdAt }: StandingEvent): number {
  return (saidAt ?? createdAt).getTime()
}

const NEXT: Record<ClaimEventKind, (standing: ClaimStanding) => ClaimStanding> = {
  ASSERTED: (standing) => standing,
  REPEATED: (standing) => {
    if (standing === 'DENIED' || standing === 'DENIED_REPEATED') return 'DENIED_REPEATED'
    // What was taken back and is said again is a claim like any other; what was settled or disputed stays so.
    return standing === 'ASSERTED' || standing === 'WITHDRAWN' ? 'REPEATED' : standing
  },
  DENIED: (standing) => {
    if (standing === 'CONFIRMED') return 'DISPUTED'
    return standing === 'ASSERTED' || standing === 'REPEATED' || standing === 'DISPUTED' ? 'DENIED' : standing
  },
  DISPUTED: (standing) =>
    standing === 'ASSERTED' || standing === 'REPEATED' || standing === 'CONFIRMED' ? 'DISPUTED' : standing,
  CONFIRMED: () => 'CONFIRMED',
  WITHDRAWN: () => 'WITHDRAWN',
  CORRECTED: () => 'CORRECTED',
}
