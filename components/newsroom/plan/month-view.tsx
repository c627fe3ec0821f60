import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { PlanDay } from './plan-day'

const SHOWN = 4
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** A month: how much is planned for each day, and what. A day leads to its budget. On a narrow screen the empty days are left out. */
export function MonthView({ days, hrefOf }: { days: readonly PlanDay[]; hrefOf: (day: string) => string }) {
  const isEmpty = days.every(({ lines, events }) => lines.length + events.length === 0)
  return (
    <>
      <div aria-hidden="true" className="grid grid-cols-7 border-line border-b max-md:hidden">
        {WEEKDAYS.map((name) => (
          <span key={name} className="px-2 py-1.5 font-medium text-ink-faint text-xs">
            {name}
          </span>
        ))}
      </div>
      <ol aria-label="Days" className="md:grid md:grid-cols-7">
        {days.map((day) => (
          <MonthDay key={day.day} day={day} href={hrefOf(day.day)} />
        ))}
      </ol>
      {isEmpty ? (
        <p className="py-8 text-center text-ink-soft text-sm md:hidden">Nothing is planned this month.</p>
      ) : null}
    </>
  )
}

function MonthDay({ day, href }: { day: PlanDay; href: string }) {
  const { lines, events } = day
  const count = lines.length + events.length
  const overdue = lines.filter(({ isOverdue }) => isOverdue).length
  return (
    <li
      className={classes(
        'relative min-w-0 border-line border-b p-2 md:min-h-28 md:border-r md:[&:nth-child(7n)]:border-r-0',
        !day.isOfMonth && 'md:bg-side max-md:hidden',
        count === 0 && 'max-md:hidden',
      )}
    >
      <Link
        href={href}
        className="flex items-baseline justify-between gap-2 rounded-sm text-sm after:absolute after:inset-0"
      >
        <span className={classes('font-medium', day.isToday && 'text-accent-ink', !day.isOfMonth && 'text-ink-faint')}>
          <span aria-hidden="true" className="max-md:hidden">
            {day.number}
          </span>
          <span className="md:sr-only">{day.label}</span>
        </span>
        {lines.length === 0 ? null : (
          <span className="text-ink-faint text-xs">{lines.length === 1 ? '1 line' : `${lines.length} lines`}</span>
        )}
      </Link>
      <ul className="mt-1 space-y-0.5 text-xs">
        {events.slice(0, SHOWN).map((event) => (
          <li key={event.key} className="truncate text-note-ink">
            {event.time === null ? event.title : `${event.time} ${event.title}`}
          </li>
        ))}
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.id} className={classes('truncate', line.isOverdue ? 'text-danger-ink' : 'text-ink-soft')}>
            {line.name}
          </li>
        ))}
        {lines.length > SHOWN ? <li className="text-ink-faint">and {lines.length - SHOWN} more</li> : null}
        {overdue === 0 ? null : <li className="font-medium text-danger-ink">{overdue} overdue</li>}
      </ul>
    </li>
  )
}
