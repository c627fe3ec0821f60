import { pictureSource } from '@/lib/document/picture-source'
import type { LinkedArticle } from '@/lib/document/resolved'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { CorrectedState } from './corrected-state'
import type { NodeProps } from './printing'
import { said } from './said'

/** Gone while its target is not public; always under the target's own headline and picture, and with what became of it since. */
export function ReadMore({ node, printing }: NodeProps) {
  const article = printing.resolved.articles.get(node.attrs.articleId)
  if (article === undefined) return null
  const { path, headline } = article
  const words = wordsFor(printing.time.language)
  return (
    <aside className="read-more" aria-label={words.document.readMoreOf(headline)}>
      <a href={path}>
        <span className="read-more-words">
          <span className="read-more-label">{words.document.readMore}</span>{' '}
          <span className="read-more-headline">{headline}</span> <State article={article} time={printing.time} />
        </span>
        <Picture picture={article.picture} />
      </a>
    </aside>
  )
}

/** A correction says more than that something is new. */
function State({ article: { corrected, isLive, updatedAt }, time }: { article: LinkedArticle; time: PaperTime }) {
  const at = corrected?.at ?? updatedAt
  const sign = isLive ? <strong className="live-sign">{wordsFor(time.language).article.live}</strong> : null
  if (at === null) return sign === null ? null : <span className="read-more-state">{sign}</span>
  const printed = <time dateTime={at}>{printShortTime(new Date(at), time)}</time>
  return (
    <span className="read-more-state">
      {sign}
      {sign === null ? null : ' '}
      {corrected === null ? (
        said(wordsFor(time.language).article.updated(printed))
      ) : (
        <CorrectedState as={corrected.as} time={time}>
          {printed}
        </CorrectedState>
      )}
    </span>
  )
}

/** An ornament beside the headline: a screen reader has the headline. */
function Picture({ picture }: Pick<LinkedArticle, 'picture'>) {
  if (picture === null) return null
  const narrowest = { id: picture.id, widths: picture.widths.toSorted((a, b) => a - b).slice(0, 1) }
  const source = pictureSource(narrowest)
  return source === null ? null : (
    <img className="read-more-picture" src={source} alt="" width={96} height={64} loading="lazy" decoding="async" />
  )
}
