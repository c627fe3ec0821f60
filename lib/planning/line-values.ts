import type { Transaction } from '../db/database'
import { Invalid } from '../errors'
import { instantOf } from '../schedule/time-input'
import { localTime } from '../schedule/zoned-time'
import { refusal } from '../shelves/refusal'
import type { LineInput, LineValues } from './line-input'

/** The columns of an article that are the plan's. */
export type PlanColumns = {
  slugline: string
  planNote: string
  plannedFor: Date | null
  dueAt: Date | null
  deskId: string | null
  ownerId: string | null
  templateId: string | null
  commissionedWords: number | null
  picturesWanted: string
}

export const planColumns = {
  slugline: true,
  planNote: true,
  plannedFor: true,
  dueAt: true,
  deskId: true,
  ownerId: true,
  templateId: true,
  commissionedWords: true,
  picturesWanted: true,
} as const satisfies Record<keyof PlanColumns, true>

/** What stands in the form for what stands in the row. @param zone the newsroom's */
export function valuesOf(
  row: PlanColumns,
  zone: string,
): Omit<LineValues, 'plannedFor'> & { plannedFor: string | null } {
  return {
    slugline: row.slugline,
    planNote: row.planNote,
    plannedFor: row.plannedFor === null ? null : dayOf(row.plannedFor),
    dueAt: row.dueAt === null ? null : { local: localTime(row.dueAt, zone), at: row.dueAt.toISOString() },
    deskId: row.deskId,
    ownerId: row.ownerId,
    templateId: row.templateId,
    commissionedWords: row.commissionedWords,
    picturesWanted: row.picturesWanted,
  }
}

/** A day as its column holds it: midnight of Greenwich, whatever the zone. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/**
 * The instant by which a line is due.
 * @throws Invalid for a time that the clock does not show, or shows twice and nobody said which
 */
export function dueInstant(dueAt: LineInput['dueAt'], zone: string): Date | null {
  if (dueAt === null) return null
  try {
    return instantOf({ ...dueAt, zone })
  } catch (error) {
    if (error instanceof Invalid) throw refusal('dueAt', 'time', error.message)
    throw error
  }
}

/** What a line points at has to exist, and whoever is asked has to be there. @throws Invalid */
export async function assertThere(
  tx: Transaction,
  { deskId, ownerId, templateId }: Partial<Pick<PlanColumns, 'deskId' | 'ownerId' | 'templateId'>>,
): Promise<void> {
  if (deskId != null && (await tx.desk.count({ where: { id: deskId } })) === 0)
    throw refusal('deskId', 'unknown', 'This desk does not exist any more. Choose another.')
  if (ownerId != null && (await tx.person.count({ where: { id: ownerId, status: 'ACTIVE' } })) === 0)
    throw refusal('ownerId', 'unknown', 'Nobody can be asked who has no login here. Choose somebody else.')
  if (templateId != null && (await tx.template.count({ where: { id: templateId } })) === 0)
    throw refusal('templateId', 'unknown', 'This template does not exist any more. Choose another.')
}
