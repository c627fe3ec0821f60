import { topicPath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import { SourceLine } from './source-line'

/** Everything below the text: whose text it is and what it is about. */
export function ArticleFooter({ article }: { article: PublicArticle }) {
  const { source, topics } = article.metadata
  if (source === null && topics.length === 0) return null
  return (
    <footer className="article-footer">
      {source === null ? null : <SourceLine source={source} />}
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
