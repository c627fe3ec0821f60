import { ArrowLeft, BookOpenText } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { EditionsList } from '@/components/newsroom/record/editions-list'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { isId } from '@/lib/document/addresses'
import { orNotFound, pageActor } from '@/lib/http/page'
import { listEditions } from '@/lib/record/list-editions'
import { readSettings } from '@/lib/settings/settings'

export const metadata: Metadata = { title: 'Editions' }

/** What readers saw of an article, whatever became of it since. */
export default async function EditionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await pageActor('article.read', `/desk/articles/${id}/editions`)
  if (!isId(id)) notFound()
  const [{ headline, editions }, settings] = await Promise.all([orNotFound(listEditions(actor, id)), readSettings()])
  return (
    <PageBody width="narrow">
      <ButtonLink
        href={`/desk/articles/${id}/history`}
        variant="quiet"
        size="small"
        className="-ml-2.5 mb-3"
        icon={<ArrowLeft aria-hidden="true" className="size-4" />}
      >
        History
      </ButtonLink>
      <PageHeader title="Editions">
        What readers saw of “{headline || 'an article without a headline'}”, word for word, whatever became of it since.
      </PageHeader>
      {editions.length === 0 ? (
        <EmptyState icon={<BookOpenText aria-hidden="true" />} title="Readers never had this article">
          Each publication is kept here as it went out.
        </EmptyState>
      ) : (
        <EditionsList articleId={id} editions={editions} time={settings} />
      )}
    </PageBody>
  )
}
