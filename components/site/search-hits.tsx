import { createElement } from 'react'
import type { Fragment, SearchHit, SearchResult } from '@/lib/search/search-publications'
import type { AskedSearch } from '@/lib/search/search-query'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { printBylines } from './byline-names'

type SearchHitsProps = { asked: AskedSearch; result: SearchResult; notes: readonly string[]; time: PaperTime }

export function SearchHits({ asked, result, notes, time }: SearchHitsProps) {
  const { hits, proposal, isOfProposal } = result
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="search-note">
          {note}
        </p>
      ))}
      {proposal === null ? null : (
        <p className="search-note" role="status">
          {isOfProposal ? 'Nothing has just these words. This is what was found for ' : 'Did you mean '}
          <a href={searchAddress({ ...asked, q: proposal })}>{proposal}</a>
          {isOfProposal ? '.' : '?'}
        </p>
      )}
      {hits.length === 0 ? (
        <p className="empty">
          Nothing was found{asked.q === '' ? '' : ' for '}
          {asked.q === '' ? null : <strong>{asked.q}</strong>}. Fewer words find more.
        </p>
      ) : (
        <ol className="hits">
          {hits.map((hit) => (
            <li key={hit.article.id}>
              <Hit hit={hit} time={time} />
            </li>
          ))}
        </ol>
      )}
      {result.isCut ? (
        <p className="search-note">
          Older articles were not compared. <a href={searchAddress({ ...asked, order: 'date' })}>Newest first</a> shows
          all.
        </p>
      ) : null}
    </>
  )
}

function Hit({ hit: { article, excerpt }, time }: { hit: SearchHit; time: PaperTime }) {
  return (
    <article className="card">
      <p className="kicker">{article.section.name}</p>
      <h2 className="card-headline">
        <a href={article.path}>{article.cardHeadline}</a>
      </h2>
      {createElement(
        'p',
        { className: 'card-trail' },
        ...(excerpt.length === 0 ? [article.trailText] : excerpt.map(printFragment)),
      )}
      <p className="card-line">
        <span>{printBylines(article.bylines)}</span>
        <time dateTime={article.publishedAt.toISOString()}>{printDate(article.publishedAt, time)}</time>
      </p>
    </article>
  )
}

/** The address of a question. What is empty has no parameter, so that a question has one address. */
function searchAddress(asked: AskedSearch): string {
  return `/search?${new URLSearchParams(searchParameters(asked))}`
}

export function searchParameters({ q, section, after, before, order }: AskedSearch): Record<string, string> {
  const given = { q, section, after, before, order: order === 'date' ? order : '' }
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

function printFragment({ text, isMatch }: Fragment) {
  return isMatch ? <mark>{text}</mark> : text
}
