import { sectionPath } from '@/lib/articles/paths'
import type { Teaser } from '@/lib/articles/public-article'
import type { PaperTime } from '@/lib/settings/paper-time'
import { TeaserCard } from './teaser-card'

type SectionStripProps = { section: { slug: string; name: string }; articles: Teaser[]; time: PaperTime }

/** One section on the front page, or what else a section has below an article. */
export function SectionStrip({ section, articles, time }: SectionStripProps) {
  const id = `strip-${section.slug}`
  return (
    <section className="strip" aria-labelledby={id}>
      <h2 id={id} className="strip-title">
        <a href={sectionPath(section.slug)}>{section.name}</a>
      </h2>
      <div className="strip-cards">
        {articles.map((article) => (
          <TeaserCard
            key={article.id}
            article={article}
            time={time}
            kind="strip"
            level={3}
            sizes="(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 7rem"
          />
        ))}
      </div>
    </section>
  )
}
