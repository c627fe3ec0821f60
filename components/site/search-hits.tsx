import { createElement } from 'react'
import { said } from '@/components/document/said'
import type { Fragment, SearchHit, SearchResult } from '@/lib/search/search-publications'
import type { AskedSearch, SearchNote } from '@/lib/search/search-query'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { printBylines } from './byline-names'
import { Kicker } from './kicker'

type SearchHitsProps = { asked: AskedSearch; result: SearchResult; notes: readonly SearchNote[]; time: PaperTime }

export function SearchHits({ asked, result, notes, time }: SearchHitsProps) {
  const { hits, proposal, isOfProposal } = result
  const words = wordsFor(time.language).search
  const spelling = proposal === null ? null : <a href={searchAddress({ ...asked, q: proposal })}>{proposal}</a>
  return (
    <>
      {notes.map(({ operator, value }) => (
        <p key={`${operator}:${value}`} className="search-note">
          {value === '' ? words.notes.empty(operator) : words.notes.noDate(`${operator}:${value}`)}
        </p>
      ))}
      {spelling === null ? null : (
        <p className="search-note" role="status">
          {said(isOfProposal ? words.foundInstead(spelling) : words.didYouMean(spelling))}
        </p>
      )}
      {hits.length === 0 ? (
        <p className="empty">{asked.q === '' ? words.nothing : said(words.nothingFor(<strong>{asked.q}</strong>))}</p>
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
          {said(words.cut((newestFirst) => <a href={searchAddress({ ...asked, order: 'date' })}>{newestFirst}</a>))}
        </p>
      ) : null}
    </>
  )
}

function Hit({ hit: { article, excerpt }, time }: { hit: SearchHit; time: PaperTime }) {
  return (
    <article className="card">
      <Kicker article={article} label={article.section.name} time={time} />
      <h2 className="card-headline">
        <a href={article.path}>{article.cardHeadline}</a>
      </h2>
      {createElement(
        'p',
        { className: 'card-trail' },
        ...(excerpt.length === 0 ? [article.trailText] : excerpt.map(printFragment)),
      )}
      <p className="card-line">
        <span>{printBylines(article.bylines, wordsFor(time.language).article)}</span>
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
