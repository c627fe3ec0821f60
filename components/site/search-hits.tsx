import { createElement } from 'react'
import type { Fragment, SearchHit } from '@/lib/search/search-publications'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { printBylines } from './byline-names'

type SearchHitsProps = { query: string; hits: SearchHit[]; time: PaperTime }

export function SearchHits({ query, hits, time }: SearchHitsProps) {
  if (hits.length === 0) {
    return (
      <p className="empty">
        Nothing was found for <strong>{query}</strong>. Fewer words find more.
      </p>
    )
  }
  return (
    <ol className="hits">
      {hits.map(({ article, excerpt }) => (
        <li key={article.id}>
          <article className="card">
            <p className="kicker">{article.section.name}</p>
            <h2 className="card-headline">
              <a href={article.path}>{article.cardHeadline}</a>
            </h2>
            {createElement('p', { className: 'card-trail' }, ...excerpt.map(printFragment))}
            <p className="card-line">
              <span>{printBylines(article.bylines)}</span>
              <time dateTime={article.publishedAt.toISOString()}>{printDate(article.publishedAt, time)}</time>
            </p>
          </article>
        </li>
      ))}
    </ol>
  )
}

function printFragment({ text, isMatch }: Fragment) {
  return isMatch ? <mark>{text}</mark> : text
}
