import type { LinkedArticle } from '@/lib/document/resolved'
import { wordsFor } from '@/lib/site-words/words-for'
import type { NodeProps } from './printing'

/** In the order in which somebody put them; what is not public is left out. */
export function RelatedList({ node, printing }: NodeProps) {
  const articles = (node.attrs.articleIds as string[])
    .map((id) => printing.resolved.articles.get(id))
    .filter((article): article is LinkedArticle => article !== undefined)
  if (articles.length === 0) return null
  const { document: words, corrections, article } = wordsFor(printing.time.language)
  const { states } = corrections
  return (
    <aside className="related" aria-label={words.relatedArticles}>
      <p className="label">{words.related}</p>
      <ul>
        {articles.map(({ id, path, headline, sectionName, corrected, isLive }) => (
          <li key={id}>
            <a href={path}>{headline}</a> <span className="related-section">{sectionName}</span>
            {isLive ? <strong className="live-sign">{article.live}</strong> : null}
            {corrected === null ? null : <span className="related-state"> {states[corrected.as]}</span>}
          </li>
        ))}
      </ul>
    </aside>
  )
}
