'use client'

import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { headlineOf, TargetPicture } from '@/components/editor/linking/target-line'
import { Badge } from '@/components/ui/badge'
import { Input } from '@/components/ui/input.client'
import { Spinner } from '@/components/ui/spinner'
import type { LinkTarget } from '@/lib/articles/search-for-link'
import { cardsOf } from '@/lib/fronts/change-layout'
import { sayShort } from '../short-time'
import { STATE_WORDS } from '../state-words'
import { useFrontDesk } from './front-desk.client'
import { nameOfContainer } from './front-words'
import { whereIs } from './places'
import { useArticleSearch } from './use-article-search.client'

/** The articles to choose from: newest first, or by words of their headline. */
export function ArticleList({
  row,
  className,
}: {
  /** Around what is said of an article. */
  row: (article: LinkTarget, facts: ReactNode) => ReactNode
  className?: string
}) {
  const { words, setWords, articles, state } = useArticleSearch()
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <Input
        type="search"
        aria-label="Find an article by its headline"
        placeholder="Find by headline"
        autoComplete="off"
        spellCheck={false}
        icon={<Search aria-hidden="true" />}
        suffix={state === 'asking' ? <Spinner /> : null}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p role="status" className="text-ink-faint text-sm empty:hidden">
        {typeof state === 'object' ? state.failed : null}
        {state === 'done' && articles.length === 0 ? 'No article has these words in its headline.' : null}
      </p>
      <ul aria-label="Articles" className={className}>
        {articles.map((article) => (
          <li key={article.id}>{row(article, <ArticleFacts article={article} />)}</li>
        ))}
      </ul>
    </div>
  )
}

/** What an editor wants to know before an article goes on the front. */
function ArticleFacts({ article }: { article: LinkTarget }) {
  const { state, zone } = useFrontDesk()
  const { layout, front } = state
  const card = cardsOf(layout).find(({ articleId }) => articleId === article.id)
  const container = card === undefined ? undefined : whereIs(layout, card.id)?.container
  return (
    <span className="flex min-w-0 items-start gap-2.5">
      <span className="min-w-0 flex-1">
        <span className="wrap-anywhere line-clamp-3 block font-semibold font-serif text-[0.9375rem] leading-tight">
          {headlineOf(article)}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-2xs text-ink-faint">
          {article.isPublic ? null : <Badge tone="warn">Not public yet</Badge>}
          {container === undefined ? null : <Badge tone="accent">In {nameOfContainer(container, front)}</Badge>}
          <span>
            {[article.sectionName ?? 'No section', article.isPublic ? null : STATE_WORDS[article.state].name]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <time dateTime={article.date}>{sayShort(article.date, zone)}</time>
        </span>
      </span>
      <TargetPicture target={article} />
    </span>
  )
}
