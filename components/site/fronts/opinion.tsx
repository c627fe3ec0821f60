import { wordsFor } from '@/lib/site-words/words-for'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'

/** Who thinks so stands before what they think. */
export function Opinion({ placed, time }: ContainerProps) {
  const { front: words, article: names } = wordsFor(time.language)
  const Heading = levelIn(placed) === 2 ? 'h2' : 'h3'
  return (
    <section className="strip" {...labelOf(placed, words.opinion)}>
      <ContainerTitle placed={placed} />
      <div className="strip-cards">
        {placed.cards.map(({ article }) => (
          <article key={article.id} className="card card-opinion">
            <div className="card-words">
              <p className="card-voice">{article.bylines.map(({ name }) => name).join(names.betweenNames)}</p>
              <Heading className="card-headline">
                <a href={article.path}>{article.cardHeadline}</a>
              </Heading>
              {article.trailText === '' ? null : <p className="card-trail">{article.trailText}</p>}
            </div>
          </article>
        ))}
      </div>
    </section>
  )
}
