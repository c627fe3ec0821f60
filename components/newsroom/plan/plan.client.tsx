'use client'

import { CalendarDays, CalendarPlus, Pencil, Plus, Rss } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { notify } from '@/components/ui/toaster.client'
import { BudgetDay } from './budget-day'
import { DayEvents } from './day-events'
import { EventDialog } from './event-dialog.client'
import { FeedsDialog } from './feeds-dialog.client'
import { LineDialog } from './line-dialog.client'
import { MonthView } from './month-view'
import type { DiaryActions, FeedActions, PlanActions } from './plan-actions'
import { PlanBar } from './plan-bar.client'
import type { PlanDay, PlanOptions, ShownEvent, ShownFeed, ShownLine } from './plan-day'
import { planHref, type ShownQuery } from './plan-query'

type PlanProps = {
  query: ShownQuery
  days: readonly PlanDay[]
  options: PlanOptions
  feeds: readonly ShownFeed[]
  actions: PlanActions
  /** Null for whoever only reads the diary. */
  diary: DiaryActions | null
  feedActions: FeedActions
  mayPitch: boolean
}

type Asked =
  | { kind: 'line'; line: ShownLine | null }
  | { kind: 'event'; event: ShownEvent['event'] | null }
  | { kind: 'feeds' }

/** The plan of a day, a week or a month, and what can be done with its lines. */
export function Plan({ query, days, options, feeds, actions, diary, feedActions, mayPitch }: PlanProps) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [busyId, setBusyId] = useState<string | null>(null)
  const pitch = () => setAsked({ kind: 'line', line: null })
  useCommands(
    mayPitch
      ? [{ id: 'plan pitch', label: 'Pitch a line', group: 'Plan', alsoCalled: 'budget new story idea', run: pitch }]
      : [],
  )

  async function act(id: string, run: () => ReturnType<PlanActions['commission' | 'start']>, done: string) {
    if (busyId !== null) return
    setBusyId(id)
    const result = await run()
    setBusyId(null)
    if (result && !result.ok) notify.problem(result.problem.message)
    else if (result) notify.done(done)
    router.refresh()
  }

  function commission(line: ShownLine) {
    // Somebody has to be named first.
    if (line.values.ownerId === null) setAsked({ kind: 'line', line })
    else void act(line.id, () => actions.commission({ articleId: line.id }), `“${line.name}” is commissioned`)
  }

  const buttonsOf = (line: ShownLine) => (
    <>
      {line.can.commission ? (
        <Button size="small" busy={busyId === line.id} onClick={() => commission(line)}>
          Commission
        </Button>
      ) : null}
      {line.can.start ? (
        <Button
          size="small"
          busy={busyId === line.id}
          onClick={() => act(line.id, () => actions.start({ articleId: line.id }), '')}
        >
          Start
        </Button>
      ) : null}
      {line.can.plan ? (
        <IconButton
          label={`Edit ${line.name}`}
          icon={<Pencil aria-hidden="true" className="size-4" />}
          onClick={() => setAsked({ kind: 'line', line })}
        />
      ) : null}
    </>
  )

  const eventButtonOf = ({ event }: ShownEvent) =>
    diary === null ? null : (
      <IconButton
        label={`Edit ${event.title}`}
        size="small"
        icon={<Pencil aria-hidden="true" className="size-3.5" />}
        onClick={() => setAsked({ kind: 'event', event })}
      />
    )
  const isEmpty = days.every(({ lines, events }) => lines.length + events.length === 0)

  return (
    <>
      <PlanBar query={query} desks={options.desks} today={options.today}>
        <IconButton
          label="The plan in your calendar"
          icon={<Rss aria-hidden="true" className="size-4" />}
          onClick={() => setAsked({ kind: 'feeds' })}
        />
        {diary === null ? null : (
          <Button
            icon={<CalendarPlus aria-hidden="true" className="size-4" />}
            onClick={() => setAsked({ kind: 'event', event: null })}
          >
            Add an event
          </Button>
        )}
        {mayPitch ? (
          <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={pitch}>
            Pitch a line
          </Button>
        ) : null}
      </PlanBar>
      {query.view === 'month' ? (
        <MonthView days={days} hrefOf={(date) => planHref({ ...query, view: 'day', date })} />
      ) : isEmpty && query.view === 'day' ? (
        <EmptyState
          icon={<CalendarDays aria-hidden="true" />}
          title="Nothing is planned"
          className="rounded-lg border border-line"
        >
          What is pitched for this day stands here before there is a word of it.
        </EmptyState>
      ) : (
        <div className="space-y-8">
          {days.map((day) => (
            <BudgetDay key={day.day} day={day} buttonsOf={buttonsOf}>
              <DayEvents events={day.events} buttonOf={eventButtonOf} />
            </BudgetDay>
          ))}
        </div>
      )}
      {asked?.kind === 'line' ? (
        <LineDialog
          line={asked.line}
          day={query.date}
          deskId={options.desks.find(({ slug }) => slug === query.desk)?.id ?? ''}
          options={options}
          actions={actions}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'event' && diary !== null ? (
        <EventDialog
          event={asked.event}
          day={query.date}
          options={options}
          actions={diary}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.kind === 'feeds' ? (
        <FeedsDialog feeds={feeds} desks={options.desks} actions={feedActions} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}
