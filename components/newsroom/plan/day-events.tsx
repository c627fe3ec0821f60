import { CalendarClock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownEvent } from './plan-day'

/** What the diary has for a day. @param buttonOf what can be done with an event */
export function DayEvents({
  events,
  buttonOf,
}: {
  events: readonly ShownEvent[]
  buttonOf: (event: ShownEvent) => ReactNode
}) {
  if (events.length === 0) return null
  return (
    <ul aria-label="Diary" className="mb-2 space-y-1">
      {events.map((shown) => (
        <li key={shown.key} className="flex items-start gap-2 text-sm">
          <CalendarClock aria-hidden="true" className="mt-1 size-3.5 shrink-0 text-note" />
          <span className="wrap-anywhere min-w-0 flex-1">
            <span className="tabular text-ink-soft">{shown.time ?? 'All day'}</span>{' '}
            <span className="font-medium">{shown.title}</span>
            <span className="text-ink-faint text-xs">
              {[shown.event.place, shown.event.deskName, shown.event.ruleInWords, shown.event.note]
                .filter(Boolean)
                .map((fact) => ` · ${fact}`)
                .join('')}
            </span>
          </span>
          <span className="plan-tools">{buttonOf(shown)}</span>
        </li>
      ))}
    </ul>
  )
}
