import { Link2 } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BrokenLinks } from '@/components/newsroom/reports/broken-links'
import { EmptyState } from '@/components/ui/empty-state'
import { pageActor } from '@/lib/http/page'
import { listBrokenLinks } from '@/lib/outside-links/readers'
import { readSettings } from '@/lib/settings/settings'
import { checkAgain, ignore, pointToArchive, turnIntoText } from './actions'

export const metadata: Metadata = { title: 'Broken links' }

export default async function BrokenLinksPage() {
  const actor = await pageActor('report.read', '/desk/reports/links')
  const [articles, settings] = await Promise.all([listBrokenLinks(actor), readSettings()])
  return (
    <PageBody width="normal">
      <PageHeader title="Broken links">
        Pages outside the paper that our articles link to and that are no longer there. Every night they are asked
        again; a link is called dead when it failed on three days.
      </PageHeader>
      {articles.length === 0 ? (
        <EmptyState icon={<Link2 aria-hidden="true" />} title="No broken links">
          When a page that we link to goes away, it is listed here with the articles that link to it.
        </EmptyState>
      ) : (
        <BrokenLinks
          articles={articles}
          time={settings}
          actions={{ checkAgain, ignore, pointToArchive, turnIntoText }}
        />
      )}
    </PageBody>
  )
}
