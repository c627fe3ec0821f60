import { wordsFor } from '@/lib/site-words/words-for'
import { TeaserCard } from '../teaser-card'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'

/** Cards with picture and trail text, three in a row; a large one takes the room of two. */
export function CardGrid({ placed, time, isFirst }: ContainerProps) {
  return (
    <section className="strip" {...labelOf(placed, wordsFor(time.language).front.more)}>
      <ContainerTitle placed={placed} />
      <div className="front-grid">
        {placed.cards.map(({ article, sublinks, isLarge }, index) => (
          <TeaserCard
            key={article.id}
            article={article}
            sublinks={sublinks}
            time={time}
            kind="second"
            level={levelIn(placed)}
            sizes={
              isLarge ? '(min-width: 64rem) 50rem, 100vw' : '(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 100vw'
            }
            showsSection
            isLarge={isLarge}
            isFirst={isFirst && index === 0}
          />
        ))}
      </div>
    </section>
  )
}
