import type { PlacedCard, PlacedContainer } from '@/lib/fronts/compose'
import { wordsFor } from '@/lib/site-words/words-for'
import { TeaserCard } from '../teaser-card'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'
import { Headlines } from './headlines'

const BESIDE_LENGTH = 3

/** The lead with what stands below and beside it, and the headlines that follow it. */
export function FrontTop({ placed, time, isFirst, headlines }: ContainerProps & { headlines: PlacedContainer | null }) {
  const words = wordsFor(time.language).front
  const [lead, ...others] = placed.cards
  const beside = others.slice(0, BESIDE_LENGTH)
  const below = others.slice(BESIDE_LENGTH)
  const card = ({ article, sublinks }: PlacedCard) => ({ article, sublinks, time, showsSection: true })
  return (
    <div className={headlines === null ? 'front-top' : 'front-top front-top-wide'}>
      <section className="front-lead" {...labelOf(placed, words.top)}>
        <ContainerTitle placed={placed} />
        {lead === undefined ? null : (
          <TeaserCard
            {...card(lead)}
            kind="lead"
            level={levelIn(placed)}
            sizes="(min-width: 64rem) 40rem, 100vw"
            isFirst={isFirst}
          />
        )}
        {below.length === 0 ? null : (
          <div className="front-below">
            {below.map((each) => (
              <TeaserCard key={each.article.id} {...card(each)} kind="second" level={3} />
            ))}
          </div>
        )}
      </section>
      {beside.length === 0 ? null : (
        <section className="front-second" aria-label={words.moreTop}>
          {beside.map((each, index) => (
            <TeaserCard
              key={each.article.id}
              {...card(each)}
              kind="second"
              level={3}
              {...(index === 0 || each.isLarge ? { sizes: '(min-width: 64rem) 18rem, 100vw' } : {})}
            />
          ))}
        </section>
      )}
      {headlines === null ? null : <Headlines placed={headlines} time={time} isFirst={false} />}
    </div>
  )
}
