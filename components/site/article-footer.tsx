import type { ReactNode } from 'react'
import { topicPath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import { SourceLine } from './source-line'

type ArticleFooterProps = {
  article: PublicArticle
  /** What may be done with it. */
  children?: ReactNode
}

/** Everything below the text: whose text it is, what may be done with it, and what it is about. */
export function ArticleFooter({ article, children = null }: ArticleFooterProps) {
  const { source, topics } = article.metadata
  if (source === null && topics.length === 0 && children === null) return null
  return (
    <footer className="article-footer">
      {source === null ? null : <SourceLine source={source} />}
      {children}
      {topics.length === 0 ? null : (
        <nav className="topics" aria-label="Topics">
          <p className="label">Topics</p>
          <ul>
            {topics.map(({ id, slug, name }) => (
              <li key={id}>
                <a href={topicPath(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </footer>
  )
}
