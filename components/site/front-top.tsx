import type { Front } from '@/lib/articles/compose-front'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'
import { TeaserCard } from './teaser-card'

/** The top of the front page: the lead, what stands beside it, and the newest headlines. */
export function FrontTop({ front, time }: { front: Front; time: PaperTime }) {
  const { lead, below, beside, latest } = front
  return (
    <div className="front-top">
      <section className="front-lead" aria-label="Top article">
        {lead === null ? null : (
          <TeaserCard
            article={lead}
            time={time}
            kind="lead"
            level={2}
            sizes="(min-width: 64rem) 40rem, 100vw"
            showsSection
            isFirst
          />
        )}
        {below.length === 0 ? null : (
          <div className="front-below">
            {below.map((article) => (
              <TeaserCard key={article.id} article={article} time={time} kind="second" level={3} showsSection />
            ))}
          </div>
        )}
      </section>
      {beside.length === 0 ? null : (
        <section className="front-second" aria-label="More top articles">
          {beside.map((article, index) => (
            <TeaserCard
              key={article.id}
              article={article}
              time={time}
              kind="second"
              level={3}
              showsSection
              {...(index === 0 ? { sizes: '(min-width: 64rem) 18rem, 100vw' } : {})}
            />
          ))}
        </section>
      )}
      {latest.length === 0 ? null : (
        <section className="front-latest" aria-labelledby="latest">
          <h2 id="latest" className="strip-title">
            Latest
          </h2>
          <ol>
            {latest.map((article) => (
              <li key={article.id}>
                <time dateTime={article.publishedAt.toISOString()}>{printShortTime(article.publishedAt, time)}</time>
                <a href={article.path}>{article.cardHeadline}</a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
