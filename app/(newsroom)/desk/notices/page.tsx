import { BellOff, SlidersHorizontal } from 'lucide-react'
import type { Metadata } from 'next'
import { z } from 'zod'
import { MarkAllButton } from '@/components/newsroom/notices/mark-all-button.client'
import { NoticeList } from '@/components/newsroom/notices/notice-list'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { countUnread, listNotices } from '@/lib/notifications/readers'
import { readSettings } from '@/lib/settings/settings'

export const metadata: Metadata = { title: 'Notices' }

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const actor = await pageActor('newsroom.enter', '/desk/notices')
  const before = z.uuid().safeParse((await searchParams).before).data
  const [{ notices, nextCursor }, unread, settings] = await Promise.all([
    listNotices(actor, before),
    countUnread(actor),
    readSettings(),
  ])
  return (
    <PageBody width="narrow">
      <PageHeader
        title="Notices"
        aside={
          <>
            {unread > 0 ? <MarkAllButton /> : null}
            <ButtonLink
              href="/desk/notices/choices"
              variant="quiet"
              icon={<SlidersHorizontal aria-hidden="true" className="size-4" />}
            >
              What I am told
            </ButtonLink>
          </>
        }
      >
        What happened to your articles and your desk’s, who names or answers you, and what is late.
      </PageHeader>
      {notices.length === 0 ? (
        <EmptyState
          icon={<BellOff aria-hidden="true" />}
          title={before === undefined ? 'No notices yet' : 'No older notices'}
        >
          When somebody names you, asks you to write, or something happens to an article of yours, it stands here.
        </EmptyState>
      ) : (
        <NoticeList notices={notices} now={now()} time={settings} />
      )}
      <Pagination
        firstHref={before ? '/desk/notices' : null}
        nextHref={nextCursor ? `/desk/notices?before=${nextCursor}` : null}
        firstLabel="Newest"
        nextLabel="Older"
      />
    </PageBody>
  )
}
