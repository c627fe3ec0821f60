import { wordsFor } from '@/lib/site-words/words-for'
import { TeaserCard } from '../teaser-card'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'

/** One below the other, with trail text and a picture. */
export function CardList({ placed, time, isFirst }: ContainerProps) {
  return (
    <section className="strip" {...labelOf(placed, wordsFor(time.language).front.more)}>
      <ContainerTitle placed={placed} />
      <ul className="article-list front-list">
        {placed.cards.map(({ article, sublinks }, index) => (
          <li key={article.id}>
            <TeaserCard
              article={article}
              sublinks={sublinks}
              time={time}
              kind="row"
              level={levelIn(placed)}
              sizes="(min-width: 48rem) 15rem, 7rem"
              showsSection
              isFirst={isFirst && index === 0}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
