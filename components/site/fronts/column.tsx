import { wordsFor } from '@/lib/site-words/words-for'
import { TeaserCard } from '../teaser-card'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'

/** A narrow column: an article with its picture, and headlines below. */
export function Column({ placed, time }: ContainerProps) {
  return (
    <section className="column" {...labelOf(placed, wordsFor(time.language).front.more)}>
      <ContainerTitle placed={placed} />
      {placed.cards.map(({ article, sublinks, isLarge }, index) => (
        <TeaserCard
          key={article.id}
          article={article}
          sublinks={sublinks}
          time={time}
          kind={index === 0 || isLarge ? 'second' : 'strip'}
          level={levelIn(placed)}
          {...(index === 0 || isLarge ? { sizes: '(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 100vw' } : {})}
        />
      ))}
    </section>
  )
}
