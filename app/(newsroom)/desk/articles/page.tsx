import { FileSearch, PenLine } from 'lucide-react'
import type { Metadata } from 'next'
import { Suspense } from 'react'
import { articlesHref, isFiltered } from '@/components/newsroom/articles-address'
import { ArticlesFilter } from '@/components/newsroom/articles-filter.client'
import { ArticlesQuery } from '@/components/newsroom/articles-query'
import { ArticlesSkeleton, ArticlesTable } from '@/components/newsroom/articles-table'
import { NewArticleButton } from '@/components/newsroom/new-article-button.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { listArticles } from '@/lib/articles/list-articles'
import { now } from '@/lib/clock'
import { Invalid } from '@/lib/errors'
import { pageActor } from '@/lib/http/page'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { findByline } from '@/lib/shelves/find-byline'
import { findTopic } from '@/lib/shelves/find-topic'
import { listSections } from '@/lib/shelves/list-shelves'
import { listTemplates } from '@/lib/templates/readers'
import { startArticle } from './actions'

export const metadata: Metadata = { title: 'Articles' }

export default async function ArticlesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('article.read', '/desk/articles')
  const query = ArticlesQuery.parse(await searchParams)
  const [sections, templates, author, topic] = await Promise.all([
    listSections(actor),
    can(actor, 'article.create') ? listTemplates(actor) : null,
    query.author === undefined ? null : findByline(actor, query.author),
    query.topic === undefined ? null : findTopic(actor, query.topic),
  ])
  return (
    <PageBody width="wide">
      <PageHeader
        title="Articles"
        aside={templates === null ? null : <NewArticleButton start={startArticle} templates={templates} />}
      />
      <ArticlesFilter
        query={query}
        sections={sections}
        author={author && { id: author.id, label: author.name }}
        topic={topic?.name ?? null}
      />
      <Suspense key={articlesHref(query)} fallback={<ArticlesSkeleton />}>
        <Results actor={actor} query={query} />
      </Suspense>
    </PageBody>
  )
}

async function Results({ actor, query }: { actor: PersonActor; query: ArticlesQuery }) {
  const page = await readPage(actor, query)
  if (page === null) {
    return (
      <Callout
        tone="warn"
        actions={<ButtonLink href={articlesHref({ ...query, cursor: undefined })}>First page</ButtonLink>}
      >
        This page of the list does not exist.
      </Callout>
    )
  }
  if (page.articles.length === 0) return isFiltered(query) ? <NoMatch /> : <NoArticles />
  return (
    <>
      <ArticlesTable articles={page.articles} now={now()} />
      <Pagination
        firstHref={query.cursor === undefined ? null : articlesHref({ ...query, cursor: undefined })}
        nextHref={page.nextCursor === null ? null : articlesHref({ ...query, cursor: page.nextCursor })}
        firstLabel="Newest"
        nextLabel="Older"
      />
    </>
  )
}

/** Null for a cursor that is none of ours. */
async function readPage(
  actor: PersonActor,
  { words, state, section, topic, author, desk, look, cursor }: ArticlesQuery,
) {
  try {
    return await listArticles(actor, {
      words,
      state,
      sectionId: section,
      topicId: topic,
      authorId: author,
      deskId: desk,
      wantsLook: look === 'links',
      cursor,
    })
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}

function NoMatch() {
  return (
    <EmptyState
      icon={<FileSearch aria-hidden="true" />}
      title="No article matches"
      actions={<ButtonLink href="/desk/articles">Clear the filter</ButtonLink>}
    >
      Try fewer words, another section or another state.
    </EmptyState>
  )
}

function NoArticles() {
  return (
    <EmptyState icon={<PenLine aria-hidden="true" />} title="No articles yet">
      Start one, and it appears here.
    </EmptyState>
  )
}
