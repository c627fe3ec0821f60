import { KeyRound, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { z } from 'zod'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { FindSources } from '@/components/newsroom/sources/find-sources.client'
import { SourcesList } from '@/components/newsroom/sources/sources-list'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { listSources } from '@/lib/sources/list-sources'
import { find } from './actions'

export const metadata: Metadata = { title: 'Sources' }

const SourcesQuery = z.object({ cursor: z.uuid().optional().catch(undefined) })

/** Whom and what the newsroom knows things from. Real names stand on no list. */
export default async function SourcesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { cursor } = SourcesQuery.parse(await searchParams)
  const actor = await pageActor('source.read', '/desk/sources')
  const { sources, nextCursor } = await listSources(actor, { cursor })
  const mayCreate = can(actor, 'source.create')
  const newSource = mayCreate ? (
    <ButtonLink href="/desk/sources/new" variant="primary" icon={<Plus aria-hidden="true" className="size-4" />}>
      New source
    </ButtonLink>
  ) : null
  return (
    <PageBody>
      <PageHeader title="Sources" aside={newSource}>
        Whom and what we know things from. The name of a confidential source is sealed: only the people named on it see
        it.
      </PageHeader>
      {sources.length === 0 && cursor === undefined ? (
        <EmptyState icon={<KeyRound aria-hidden="true" />} title="No sources yet" actions={newSource}>
          Put down who told you something, under a code name, and which claims they stand behind.
        </EmptyState>
      ) : (
        <FindSources find={find}>
          <SourcesList sources={sources} />
          <Pagination
            firstHref={cursor ? '/desk/sources' : null}
            nextHref={nextCursor ? `/desk/sources?cursor=${nextCursor}` : null}
          />
        </FindSources>
      )}
    </PageBody>
  )
}
