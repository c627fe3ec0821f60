import type { Teaser } from '@/lib/articles/public-article'

/** Articles as links below a card. */
export function Sublinks({ articles }: { articles: readonly Teaser[] }) {
  if (articles.length === 0) return null
  return (
    <ul className="card-sublinks">
      {articles.map(({ id, path, cardHeadline }) => (
        <li key={id}>
          <a href={path}>{cardHeadline}</a>
        </li>
      ))}
    </ul>
  )
}
