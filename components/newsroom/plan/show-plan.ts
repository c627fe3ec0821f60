import type { PlanLine } from '@/lib/planning/list-lines'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'
import type { PlanDay, ShownLine } from './plan-day'

type Plan = { days: readonly string[]; lines: readonly PlanLine[]; month: string; today: string; paper: PaperTime }

/** Sorts lines into days, and writes every time as the newsroom's clock shows it. */
export function showPlan({ days, lines, month, today, paper }: Plan): PlanDay[] {
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
    events: [],
  }))
}

function showLine(line: PlanLine, paper: PaperTime): ShownLine {
  const { dueAt, plannedFor } = line.values
  if (dueAt === null) return { ...line, due: null }
  const isOfTheDay = dueAt.local.startsWith(plannedFor)
  return { ...line, due: isOfTheDay ? dueAt.local.slice(11) : printShortTime(new Date(dueAt.at), paper) }
}
