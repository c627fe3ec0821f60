import { DocumentBody } from '@/components/document/document-body'
import type { Printing } from '@/components/document/printing'
import { ArticleFooter } from '@/components/site/article-footer'
import { ArticleHeader } from '@/components/site/article-header'
import { CorrectionsBox } from '@/components/site/corrections-box'
import { RetractionNotice } from '@/components/site/retraction-notice'
import { ThreadLines } from '@/components/site/thread-lines'
import type { PastEdition } from '@/lib/record/get-edition'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'

/** An edition with the components of the public page, below a bar that says of when it is. */
export function PastEditionPage({
  edition,
  paper,
  time,
}: {
  edition: PastEdition
  /** The paper's name. */
  paper: string
  time: PaperTime
}) {
  const { article, resolved, follows } = edition
  const words = wordsFor(time.language)
  const printing: Printing = { resolved, time, path: article.path, dateline: article.metadata.dateline }
  return (
    <>
      <RecordBar edition={edition} time={time} />
      <main id="content">
        <fieldset disabled className="as-it-was" aria-label="The page as it was">
          <article className="article">
            <RetractionNotice article={article} paper={paper} time={time} />
            <ThreadLines thread={{ follows, latest: null, soFar: [] }} words={words} />
            <ArticleHeader article={article} printing={printing} />
            <div className="article-body">
              <DocumentBody document={article.document} printing={printing} />
            </div>
            <CorrectionsBox notes={article.corrections} time={time} />
            <ArticleFooter article={article} words={words} />
          </article>
        </fieldset>
      </main>
    </>
  )
}

function RecordBar({ edition, time }: { edition: PastEdition; time: PaperTime }) {
  const { article, number, count, publishedAt, publishedBy, endedAt } = edition
  const list = `/desk/articles/${article.id}/editions`
  return (
    <header className="record-bar" lang="en" dir="ltr">
      <p>
        <strong>As readers saw it on {printDateTime(publishedAt, time)}</strong> Edition {number} of {count}, published
        by {publishedBy}.{' '}
        {endedAt === null ? 'Readers have it still.' : `Readers had it until ${printDateTime(endedAt, time)}.`}
      </p>
      <nav aria-label="Editions">
        <ul>
          {number > 1 ? (
            <li>
              <a href={`${list}/${number - 1}`}>Edition {number - 1}</a>
            </li>
          ) : null}
          {number < count ? (
            <li>
              <a href={`${list}/${number + 1}`}>Edition {number + 1}</a>
            </li>
          ) : null}
          <li>
            <a href={list}>All editions</a>
          </li>
        </ul>
      </nav>
    </header>
  )
}
