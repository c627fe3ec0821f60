import '@/components/newsroom/plan/plan.css'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { Plan } from '@/components/newsroom/plan/plan.client'
import type { PlanOptions } from '@/components/newsroom/plan/plan-day'
import { PlanQuery, planHref } from '@/components/newsroom/plan/plan-query'
import { showPlan } from '@/components/newsroom/plan/show-plan'
import { now } from '@/lib/clock'
import { listDesks } from '@/lib/desks/list-desks'
import { pageActor } from '@/lib/http/page'
import { listNames } from '@/lib/people/list-names'
import { listLines } from '@/lib/planning/list-lines'
import { dayIn, daysOf } from '@/lib/planning/plan-days'
import { can } from '@/lib/policy/policy'
import { readSettings } from '@/lib/settings/settings'
import { listTemplates } from '@/lib/templates/readers'
import { change, commission, pitch, start } from './actions'

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
  const lines = await listLines(actor, { from: days.at(0) ?? today, to: days.at(-1) ?? today, deskId: desk?.id })
  const options: PlanOptions = {
    desks,
    people: people.filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name })),
    templates: templates.map(({ id, name }) => ({ id, name })),
    zone: settings.timeZone,
    today,
    personId: actor.id,
  }
  const month = new Intl.DateTimeFormat(settings.language, { timeZone: 'UTC', month: 'long', year: 'numeric' })
  return (
    <PageBody width="wide">
      <PageHeader title={desk === undefined ? 'Plan' : `Plan: ${desk.name}`}>
        {month.format(new Date(`${query.date}T00:00:00Z`))}
      </PageHeader>
      <Plan
        query={query}
        days={showPlan({ days, lines, month: query.date.slice(0, 7), today, paper: settings })}
        options={options}
        actions={{ pitch, change, commission, start }}
        mayPitch={mayPitch}
      />
    </PageBody>
  )
}
