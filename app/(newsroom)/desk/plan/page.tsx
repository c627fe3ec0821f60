import '@/components/newsroom/plan/plan.css'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { Plan } from '@/components/newsroom/plan/plan.client'
import type { PlanOptions } from '@/components/newsroom/plan/plan-day'
import { PlanQuery, planHref } from '@/components/newsroom/plan/plan-query'
import { showFeeds, showPlan } from '@/components/newsroom/plan/show-plan'
import { now } from '@/lib/clock'
import { listDesks } from '@/lib/desks/list-desks'
import { pageActor } from '@/lib/http/page'
import { listNames } from '@/lib/people/list-names'
import { listOccurrences } from '@/lib/planning/diary/list-events'
import { listFeeds } from '@/lib/planning/feeds/list-feeds'
import { listLines } from '@/lib/planning/list-lines'
import { dayIn, daysOf } from '@/lib/planning/plan-days'
import { can } from '@/lib/policy/policy'
import { readSettings } from '@/lib/settings/settings'
import { listTemplates } from '@/lib/templates/readers'
import { addEvent, change, commission, editEvent, endFeed, makeFeed, pitch, removeEvent, start } from './actions'

export const metadata: Metadata = { title: 'Plan' }

export default async function PlanPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const asked = PlanQuery.parse(await searchParams)
  const actor = await pageActor('plan.read', planHref(asked))
  const mayPitch = can(actor, 'article.create')
  const [settings, desks, people, templates] = await Promise.all([
    readSettings(),
    listDesks(actor),
    listNames(actor),
    mayPitch ? listTemplates(actor) : [],
  ])
  const today = dayIn(settings.timeZone, now())
  const desk = desks.find(({ slug }) => slug === asked.desk)
  const query = { view: asked.view ?? 'week', date: asked.date ?? today, desk: desk?.slug }
  const days = daysOf(query.view, query.date)
  const wanted = { from: days.at(0) ?? today, to: days.at(-1) ?? today, deskId: desk?.id }
  const [lines, occurrences, feeds] = await Promise.all([
    listLines(actor, wanted),
    listOccurrences(actor, wanted),
    listFeeds(actor),
  ])
  const options: PlanOptions = {
    desks,
    people: people.filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name })),
    templates: templates.map(({ id, name }) => ({ id, name })),
    zone: settings.timeZone,
    today,
  }
  const month = new Intl.DateTimeFormat(settings.language, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  return (
    <PageBody width="wide">
      <PageHeader title={desk === undefined ? 'Plan' : `Plan: ${desk.name}`}>
        {month.format(new Date(`${query.date}T00:00:00Z`))}
      </PageHeader>
      <Plan
        query={query}
        days={showPlan({ days, lines, occurrences, month: query.date.slice(0, 7), today, paper: settings })}
        options={options}
        feeds={showFeeds(feeds, settings)}
        actions={{ pitch, change, commission, start }}
        diary={can(actor, 'diary.edit') ? { create: addEvent, change: editEvent, remove: removeEvent } : null}
        feedActions={{ create: makeFeed, revoke: endFeed }}
        mayPitch={mayPitch}
      />
    </PageBody>
  )
}
