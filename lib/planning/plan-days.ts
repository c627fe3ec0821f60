// Days as text, "2026-11-28": a plan is made of days, not of instants, and a day has no zone.
import { dateFormat } from '../settings/date-format'

export const PLAN_VIEWS = ['day', 'week', 'month'] as const
export type PlanView = (typeof PLAN_VIEWS)[number]

const DAY = 86_400_000

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The days that a view shows around one of them: the day, its week from Monday on, or all weeks that its month touches. */
export function daysOf(view: PlanView, day: string): string[] {
  if (view === 'day') return [day]
  if (view === 'week') return range(mondayOf(day), 7)
  const first = mondayOf(`${day.slice(0, 8)}01`)
  const last = addDays(mondayOf(lastOfMonth(day)), 6)
  return range(first, (Date.parse(last) - Date.parse(first)) / DAY + 1)
}

/** The day to show one view later, or earlier. */
export function stepOf(view: PlanView, day: string, direction: 1 | -1): string {
  if (view !== 'month') return addDays(day, direction * (view === 'day' ? 1 : 7))
  const first = `${day.slice(0, 8)}01`
  return direction === 1 ? addDays(lastOfMonth(day), 1) : `${addDays(first, -1).slice(0, 8)}01`
}

/** The day that the clocks of a zone show. */
export function dayIn(timeZone: string, at: Date): string {
  return dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
}

function lastOfMonth(day: string): string {
  return addDays(`${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`, -1)
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

function range(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}
