import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { z } from 'zod'
import { ChangedStories } from '@/components/newsroom/claims/changed-stories'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field.client'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select.client'
import { listChangedStories } from '@/lib/claims/list-claim-stories'
import { now } from '@/lib/clock'
import { listDesks } from '@/lib/desks/list-desks'
import { pageActor } from '@/lib/http/page'
import { decide } from '../actions'

export const metadata: Metadata = { title: 'Stories whose claim changed' }

const id = z.uuid().optional().catch(undefined)
const StoriesQuery = z.object({ desk: id, cursor: id })

/** Stories to look at again, because what they tell of stands otherwise than when they were written. */
export default async function ChangedStoriesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { desk, cursor } = StoriesQuery.parse(await searchParams)
  const actor = await pageActor('claim.read', '/desk/claims/stories')
  const [{ stories, nextCursor }, desks] = await Promise.all([
    listChangedStories(actor, { deskId: desk, cursor }),
    listDesks(actor),
  ])
  return (
    <PageBody width="narrow">
      <BackLink href="/desk/claims">Claims</BackLink>
      <PageHeader title="Stories whose claim changed">
        Since they were written, somebody denied, confirmed or took back what they tell of. Look, and decide.
      </PageHeader>
      <form action="/desk/claims/stories" aria-label="Filter" className="mb-6 flex flex-wrap items-end gap-2">
        <Field label="Desk" className="w-56">
          <Select name="desk" defaultValue={desk ?? ''}>
            <option value="">All desks</option>
            {desks.map(({ id: deskId, name }) => (
              <option key={deskId} value={deskId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">Show</Button>
      </form>
      {stories.length === 0 ? (
        <EmptyState icon={<CircleCheck aria-hidden="true" />} title="Nothing to look at">
          When a claim changes, the stories that tell of it are listed here.
        </EmptyState>
      ) : (
        <ChangedStories stories={stories} now={now()} decide={decide} />
      )}
      <Pagination
        firstHref={cursor ? storiesHref(desk) : null}
        nextHref={nextCursor ? storiesHref(desk, nextCursor) : null}
      />
    </PageBody>
  )
}

function storiesHref(desk: string | undefined, cursor?: string): string {
  const parameters = new URLSearchParams({ ...(desk ? { desk } : {}), ...(cursor ? { cursor } : {}) })
  return parameters.size === 0 ? '/desk/claims/stories' : `/desk/claims/stories?${parameters}`
}
