import type { Seat } from '../policy/reach'

/** What {@link seatsOf} has to know of a person: for queries. */
export const seatFields = {
  desks: {
    orderBy: { desk: { position: 'asc' } },
    select: { deskId: true, isLead: true, desk: { select: { name: true } } },
  },
} as const

export function seatsOf(desks: readonly { deskId: string; isLead: boolean; desk: { name: string } }[]): Seat[] {
  return desks.map(({ deskId, isLead, desk }) => ({ deskId, isLead, name: desk.name }))
}
