import type { LinkedArticle } from '@/lib/document/resolved'
import { wordsFor } from '@/lib/site-words/words-for'
import type { NodeProps } from './printing'

/** In the order in which somebody put them; what is not public is left out. */
export function RelatedList({ node, printing }: NodeProps) {
  const articles = (node.attrs.articleIds as string[])
    .map((id) => printing.resolved.articles.get(id))
    .filter((article): article is LinkedArticle => article !== undefined)
  if (articles.length === 0) return null
  const words = wordsFor(printing.time.language).document
  return (
    <aside className="related" aria-label={words.relatedArticles}>
      <p className="label">{words.related}</p>
      <ul>
        {articles.map(({ id, path, headline, sectionName }) => (
          <li key={id}>
            <a href={path}>{headline}</a> <span className="related-section">{sectionName}</span>
          </li>
        ))}
      </ul>
    </aside>
  )
}
