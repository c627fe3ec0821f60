import type { Occurrence } from '@/lib/planning/diary/list-events'
import type { Feed } from '@/lib/planning/feeds/list-feeds'
import type { PlanLine } from '@/lib/planning/list-lines'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'
import type { PlanDay, ShownFeed, ShownLine } from './plan-day'

type Plan = {
  days: readonly string[]
  lines: readonly PlanLine[]
  occurrences: readonly Occurrence[]
  month: string
  today: string
  paper: PaperTime
}

/** Sorts lines and events into days, and writes every time as the newsroom's clock shows it. */
export function showPlan({ days, lines, occurrences, month, today, paper }: Plan): PlanDay[] {
  const label = new Intl.DateTimeFormat(paper.language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  return days.map((day) => ({
    day,
    label: label.format(new Date(`${day}T00:00:00Z`)),
    number: String(Number(day.slice(8))),
    isToday: day === today,
    isOfMonth: day.startsWith(month),
    lines: lines.filter(({ values }) => values.plannedFor === day).map((line) => showLine(line, paper)),
    events: occurrences
      .filter((occurrence) => occurrence.day === day)
      .map(({ event, startsAt, time }) => ({
        key: `${event.id} ${startsAt.getTime()}`,
        title: event.title,
        time,
        event,
      })),
  }))
}

function showLine(line: PlanLine, paper: PaperTime): ShownLine {
  const { dueAt, plannedFor } = line.values
  if (dueAt === null) return { ...line, due: null }
  const isOfTheDay = dueAt.local.startsWith(plannedFor)
  return { ...line, due: isOfTheDay ? dueAt.local.slice(11) : printShortTime(new Date(dueAt.at), paper) }
}

export function showFeeds(feeds: readonly Feed[], paper: PaperTime): ShownFeed[] {
  return feeds.map(({ id, deskName, createdAt, lastReadAt }) => ({
    id,
    of: deskName ?? 'Every desk',
    made: printShortTime(createdAt, paper),
    read: lastReadAt === null ? null : printShortTime(lastReadAt, paper),
  }))
}
