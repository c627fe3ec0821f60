'use client'

import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import { BreakingBox } from '../breaking/breaking-box.client'
import { LegalBox } from '../legal/legal-box.client'
import { OutsidersBox } from '../outsiders/outsiders-box.client'
import { useSurface } from '../surface-context.client'
import { EmbargoBox } from './embargo-box.client'
import { ScheduleBox } from './schedule-box.client'
import { StandingBox } from './standing-box.client'
import { useStanding } from './use-standing.client'

/** The page of the panel about how the article comes to readers: where it stands, what it waits for, what comes next. */
export function WorkflowPage({
  saveAll,
  onSchedule,
  onKill,
}: {
  saveAll: () => Promise<{ version: number }>
  onSchedule: () => void
  onKill: () => void
}) {
  const { refresh } = useSurface()
  const { state, again } = useStanding()
  if (state.kind === 'reading') return <Skeleton className="h-40" />
  if (state.kind === 'failed') {
    return (
      <Callout tone="danger" title="This could not be read" actions={<Button onClick={again}>Try again</Button>}>
        {state.message}
      </Callout>
    )
  }
  const changed = async () => {
    await refresh()
    await again()
  }
  const { standing } = state
  return (
    <div className="flex flex-col gap-7">
      <StandingBox standing={standing} saveAll={saveAll} onChanged={changed} onKill={onKill} />
      <BreakingBox />
      <ScheduleBox standing={standing} onSchedule={onSchedule} onChanged={changed} />
      <EmbargoBox standing={standing} onChanged={changed} />
      <LegalBox zone={standing.zone} saveAll={saveAll} onChanged={changed} />
      <OutsidersBox zone={standing.zone} saveAll={saveAll} />
    </div>
  )
}
