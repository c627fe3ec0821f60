import { printShortTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { signOf } from '../kicker'
import { ContainerTitle, labelOf } from './container-title'
import type { ContainerProps } from './front'

/** Bare headlines with their times. */
export function Headlines({ placed, time }: ContainerProps) {
  return (
    <section className="front-latest" {...labelOf(placed, wordsFor(time.language).front.latest)}>
      <ContainerTitle placed={placed} />
      <ol>
        {placed.cards.map(({ article }) => (
          <li key={article.id}>
            <span className="headline-line">
              <time dateTime={article.publishedAt.toISOString()}>{printShortTime(article.publishedAt, time)}</time>{' '}
              {signOf(article, time)}
            </span>
            <a href={article.path}>{article.cardHeadline}</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
