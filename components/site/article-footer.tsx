import { topicPath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import { republishPath } from '@/lib/republishing/republish-path'
import { SourceLine } from './source-line'

type ArticleFooterProps = {
  article: PublicArticle
  /** Whether others may reprint it. */
  isGivenAway?: boolean
}

/** Everything below the text: whose text it is, what it is about, and what may be done with it. */
export function ArticleFooter({ article, isGivenAway = false }: ArticleFooterProps) {
  const { source, topics } = article.metadata
  if (source === null && topics.length === 0 && !isGivenAway) return null
  return (
    <footer className="article-footer">
      {source === null ? null : <SourceLine source={source} />}
      {isGivenAway ? (
        <p className="source">
          <a href={republishPath(article.path)}>Republish this article</a>
        </p>
      ) : null}
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
