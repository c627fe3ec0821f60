import { Link2 } from 'lucide-react'
import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BrokenLinks } from '@/components/newsroom/reports/broken-links'
import { LinksFilter } from '@/components/newsroom/reports/links-filter.client'
import { LinksQuery, linksHref } from '@/components/newsroom/reports/links-query'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Invalid } from '@/lib/errors'
import { pageActor } from '@/lib/http/page'
import { listBrokenLinks } from '@/lib/outside-links/list-broken-links'
import type { PersonActor } from '@/lib/policy/actor'
import { readSettings } from '@/lib/settings/settings'
import { listSections } from '@/lib/shelves/list-shelves'
import { checkAgain, ignore, pointToArchive, turnIntoText } from './actions'

export const metadata: Metadata = { title: 'Broken links' }

export default async function BrokenLinksPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('report.read', '/desk/reports/links')
  const query = LinksQuery.parse(await searchParams)
  return (
    <PageBody width="normal">
      <PageHeader title="Broken links">
        Pages outside the paper that our articles link to and that are no longer there. Every night they are asked
        again; a link is called dead when it failed on three days. A site that turns us away for days cannot be checked.
      </PageHeader>
      <LinksFilter query={query} sections={await listSections(actor)} />
      <Results actor={actor} query={query} />
    </PageBody>
  )
}

async function Results({ actor, query }: { actor: PersonActor; query: LinksQuery }) {
  const [page, settings] = await Promise.all([readPage(actor, query), readSettings()])
  const firstHref = linksHref({ ...query, cursor: undefined })
  if (page === null) {
    return (
      <Callout tone="warn" actions={<ButtonLink href={firstHref}>First page</ButtonLink>}>
        This page of the list does not exist.
      </Callout>
    )
  }
  return (
    <>
      {page.articles.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <BrokenLinks
          articles={page.articles}
          time={settings}
          actions={{ checkAgain, ignore, pointToArchive, turnIntoText }}
        />
      )}
      <Pagination
        firstHref={query.cursor === undefined ? null : firstHref}
        nextHref={page.nextCursor === null ? null : linksHref({ ...query, cursor: page.nextCursor })}
      />
    </>
  )
}

/** Null for a cursor that is none of ours. */
async function readPage(actor: PersonActor, { section, look, cursor }: LinksQuery) {
  try {
    return await listBrokenLinks(actor, { sectionId: section, look, cursor })
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}

function Nothing({ query }: { query: LinksQuery }) {
  const icon = <Link2 aria-hidden="true" />
  if (query.look === 'uncheckable') {
    return (
      <EmptyState icon={icon} title="Every page can be checked">
        When a site turns us away for days, its pages are listed here. Readers may well see them.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={icon}
      title={query.section === undefined ? 'No broken links' : 'No broken links in this section'}
      actions={query.section === undefined ? null : <ButtonLink href="/desk/reports/links">All sections</ButtonLink>}
    >
      When a page that we link to goes away, it is listed here with the articles that link to it.
    </EmptyState>
  )
}
