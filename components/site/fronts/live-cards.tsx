import { said } from '@/components/document/said'
import type { Teaser } from '@/lib/articles/public-article'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { Sublinks } from '../sublinks'
import { ContainerTitle, labelOf, levelIn } from './container-title'
import type { ContainerProps } from './front'

/** What goes on: each says when readers last got something new of it. */
export function LiveCards({ placed, time }: ContainerProps) {
  const Heading = levelIn(placed) === 2 ? 'h2' : 'h3'
  return (
    <section className="front-live" {...labelOf(placed, wordsFor(time.language).front.live)}>
      <ContainerTitle placed={placed} />
      <ul>
        {placed.cards.map(({ article, sublinks }) => (
          <li key={article.id} className="card card-plain">
            <div className="card-words">
              <p className="kicker">
                <LastNew article={article} time={time} />
              </p>
              <Heading className="card-headline">
                <a href={article.path}>{article.cardHeadline}</a>
              </Heading>
              <Sublinks articles={sublinks} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LastNew({ article: { publishedAt, updatedAt }, time }: { article: Teaser; time: PaperTime }) {
  const at = updatedAt ?? publishedAt
  const printed = <time dateTime={at.toISOString()}>{printShortTime(at, time)}</time>
  return updatedAt === null ? printed : said(wordsFor(time.language).front.updated(printed))
}
