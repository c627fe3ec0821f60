import type { NodeProps } from './printing'

/** Gone while its target is not public; always under the target's own headline. */
export function ReadMore({ node, printing }: NodeProps) {
  const article = printing.resolved.articles.get(node.attrs.articleId)
  if (article === undefined) return null
  return (
    <aside className="read-more" aria-label={`Read more: ${article.headline}`}>
      <a href={article.path}>
        <span className="read-more-label">Read more</span>{' '}
        <span className="read-more-headline">{article.headline}</span>
      </a>
    </aside>
  )
}
