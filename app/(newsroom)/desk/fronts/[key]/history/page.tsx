import { History } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontHistory } from '@/components/newsroom/fronts/front-history.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { FrontKey } from '@/lib/fronts/front-key'
import { getFront } from '@/lib/fronts/get-front'
import { listFrontEditions } from '@/lib/fronts/list-front-editions'
import { orNotFound, pageActor } from '@/lib/http/page'
import { printDateTime } from '@/lib/settings/paper-time'
import { readSettings } from '@/lib/settings/settings'
import { takeEdition, undoPublication } from '../../actions'

export const metadata: Metadata = { title: 'History of a front' }

export default async function FrontHistoryPage({ params }: { params: Promise<{ key: string }> }) {
  const key = FrontKey.safeParse((await params).key).data
  const actor = await pageActor('front.read', key ? `/desk/fronts/${key}/history` : '/desk/fronts')
  if (key === undefined) notFound()
  const [front, editions, settings] = await Promise.all([
    orNotFound(getFront(actor, key)),
    listFrontEditions(actor, key),
    readSettings(),
  ])
  const { name, version, mayPublish, changes } = front
  return (
    <PageBody width="narrow">
      <BackLink href={`/desk/fronts/${key}`}>{name}</BackLink>
      <PageHeader title={`${name}: history`}>Each time that it went out, the last first.</PageHeader>
      {editions.length === 0 ? (
        <EmptyState
          icon={<History aria-hidden="true" />}
          title="Never published by hand"
          className="rounded-lg border border-line"
        >
          Until then it is laid out by itself.
        </EmptyState>
      ) : (
        <FrontHistory
          front={{ key, name, version, mayPublish, changes }}
          editions={editions}
          times={Object.fromEntries(
            editions.map(({ number, publishedAt }) => [number, printDateTime(new Date(publishedAt), settings)]),
          )}
          zone={settings.timeZone}
          actions={{ takeEdition, undoPublication }}
        />
      )}
    </PageBody>
  )
}
