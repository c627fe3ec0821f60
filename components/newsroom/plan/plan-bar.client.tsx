'use client'

import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { PLAN_VIEWS, stepOf } from '@/lib/planning/plan-days'
import type { PlanOptions } from './plan-day'
import { planHref, type ShownQuery } from './plan-query'

type PlanBarProps = {
  query: ShownQuery
  desks: PlanOptions['desks']
  today: string
  /** The buttons of whoever may change the plan. */
  children: ReactNode
}

const VIEW_NAMES = { day: 'Day', week: 'Week', month: 'Month' } as const

/** Which days, and whose: every choice is a link that can be sent. */
export function PlanBar({ query, desks, today, children }: PlanBarProps) {
  const router = useRouter()
  const { view, date, desk } = query
  return (
    <div className="plan-tools mb-6 flex flex-wrap items-center gap-x-4 gap-y-3">
      <nav aria-label="View" className="flex rounded-md border border-line-strong p-0.5">
        {PLAN_VIEWS.map((each) => (
          <Link
            key={each}
            href={planHref({ ...query, view: each })}
            aria-current={each === view ? 'page' : undefined}
            className={classes(
              'flex h-7.5 items-center rounded-sm px-3 font-medium text-sm touch:h-10',
              each === view ? 'bg-pressed text-ink' : 'text-ink-soft hover:text-ink',
            )}
          >
            {VIEW_NAMES[each]}
          </Link>
        ))}
      </nav>
      <nav aria-label="Days" className="flex items-center gap-1">
        <ButtonLink variant="quiet" size="small" href={planHref({ ...query, date: stepOf(view, date, -1) })}>
          <ChevronLeft aria-hidden="true" className="size-4" />
          <VisuallyHidden>Earlier</VisuallyHidden>
        </ButtonLink>
        <ButtonLink variant="quiet" size="small" href={planHref({ ...query, date: today })}>
          Today
        </ButtonLink>
        <ButtonLink variant="quiet" size="small" href={planHref({ ...query, date: stepOf(view, date, 1) })}>
          <ChevronRight aria-hidden="true" className="size-4" />
          <VisuallyHidden>Later</VisuallyHidden>
        </ButtonLink>
      </nav>
      {desks.length === 0 ? null : (
        <Select
          aria-label="Desk"
          value={desk ?? ''}
          onChange={(event) => router.push(planHref({ ...query, desk: event.target.value || undefined }))}
          className="w-40"
        >
          <option value="">Every desk</option>
          {desks.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <IconButton
          label="Print the plan"
          icon={<Printer aria-hidden="true" className="size-4" />}
          onClick={() => window.print()}
        />
        {children}
      </div>
    </div>
  )
}
