import { wordsFor } from '@/lib/site-words/words-for'
import { ContainerTitle, labelOf } from './container-title'
import type { ContainerProps } from './front'

/** A numbered list: the first was read most. */
export function Ranking({ placed, time }: ContainerProps) {
  return (
    <section className="strip" {...labelOf(placed, wordsFor(time.language).front.mostRead)}>
      <ContainerTitle placed={placed} />
      <ol className="front-ranking">
        {placed.cards.map(({ article }) => (
          <li key={article.id}>
            <a href={article.path}>{article.cardHeadline}</a>
          </li>
        ))}
      </ol>
    </section>
  )
}
