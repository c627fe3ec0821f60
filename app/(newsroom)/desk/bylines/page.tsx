import type { Metadata } from 'next'
import { z } from 'zod'
import { AddByline } from '@/components/newsroom/bylines/add-byline.client'
import { BylineSearch } from '@/components/newsroom/bylines/byline-search'
import { BylinesTable } from '@/components/newsroom/bylines/bylines-table'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { Pagination } from '@/components/ui/pagination'
import { listKeptBylines } from '@/lib/bylines/kept-bylines'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { create } from './actions'

export const metadata: Metadata = { title: 'Bylines' }

const Query = z.object({
  q: z.string().trim().max(120).catch(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export default async function BylinesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('newsroom.enter', '/desk/bylines')
  const { q, page } = Query.parse(await searchParams)
  const { bylines, hasMore } = await listKeptBylines(actor, { words: q, page })
  const addressOf = (number: number) =>
    `/desk/bylines?${new URLSearchParams({ ...(q === '' ? {} : { q }), ...(number === 1 ? {} : { page: `${number}` }) })}`
  return (
    <PageBody width="normal">
      <PageHeader
        title="Bylines"
        aside={can(actor, 'byline.create') ? <AddByline name={bylines.length === 0 ? q : ''} create={create} /> : null}
      >
        The names above articles. Each has a page for readers as soon as a public article carries it; people who left
        keep theirs.
      </PageHeader>
      <BylineSearch words={q} />
      {bylines.length === 0 ? (
        <p role="status" className="py-10 text-center text-ink-soft text-sm">
          {q === '' ? 'There is no byline yet.' : `No byline holds “${q}”.`}
        </p>
      ) : (
        <BylinesTable bylines={bylines} />
      )}
      <Pagination firstHref={page > 1 ? addressOf(1) : null} nextHref={hasMore ? addressOf(page + 1) : null} />
    </PageBody>
  )
}
