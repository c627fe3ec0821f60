import { wordsFor } from '@/lib/site-words/words-for'
import { TeaserCard } from '../teaser-card'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'

/** Small cards with pictures, four in a row. */
export function Strip({ placed, time }: ContainerProps) {
  return (
    <section className="strip" {...labelOf(placed, wordsFor(time.language).front.more)}>
      <ContainerTitle placed={placed} />
      <div className="strip-cards">
        {placed.cards.map(({ article, sublinks }) => (
          <TeaserCard
            key={article.id}
            article={article}
            sublinks={sublinks}
            time={time}
            kind="strip"
            level={levelIn(placed)}
            sizes="(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 7rem"
          />
        ))}
      </div>
    </section>
  )
}
