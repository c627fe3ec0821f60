import type { DiaryEvent } from '@/lib/planning/diary/list-events'
import type { PlanLine } from '@/lib/planning/list-lines'

/** A line with its times as the page prints them: the server writes them, so that every browser shows the same. */
export type ShownLine = PlanLine & { due: string | null }

/** An occurrence of a diary event, on the day that it begins. */
export type ShownEvent = { key: string; title: string; time: string | null; event: DiaryEvent }

/** A day of the plan as the page shows it. */
export type PlanDay = {
  /** "2026-11-28" */
  day: string
  /** "Saturday 28 November" */
  label: string
  /** "28", for the month. */
  number: string
  isToday: boolean
  /** False for days of the months around the one that is shown. */
  isOfMonth: boolean
  lines: ShownLine[]
  events: ShownEvent[]
}

type Option = { id: string; name: string }

/** What the dialogs offer. */
export type PlanOptions = {
  desks: readonly (Option & { slug: string })[]
  people: readonly Option[]
  templates: readonly Option[]
  /** The newsroom's zone, as its name stands beside times. */
  zone: string
  today: string
}

/** A secret address as its dialog lists it. */
export type ShownFeed = { id: string; of: string; made: string; read: string | null }
