import { topicPath } from '@/lib/articles/paths'
import type { PublicArticle } from '@/lib/articles/readers'
import { safePageUrl } from '@/lib/document/addresses'

/** Everything below the text: whose text it is and what it is about. */
export function ArticleFooter({ article }: { article: PublicArticle }) {
  const { source, topics } = article.metadata
  if (source === null && topics.length === 0) return null
  return (
    <footer className="article-footer">
      {source === null ? null : <SourceCredit {...source} />}
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

function SourceCredit({ name, url }: { name: string; url: string }) {
  const address = safePageUrl(url)
  return (
    <p className="source">
      Source:{' '}
      {address === null ? (
        name
      ) : (
        <a href={address} rel="noopener">
          {name}
        </a>
      )}
    </p>
  )
}
