import { sectionPath } from '@/lib/articles/paths'
import type { Teaser } from '@/lib/articles/public-article'
import type { PaperTime } from '@/lib/settings/paper-time'
import { TeaserCard } from './teaser-card'

type SectionColumnProps = { section: { slug: string; name: string }; articles: Teaser[]; time: PaperTime }

/** One section on the front page: an article with its picture, and headlines below. */
export function SectionColumn({ section, articles, time }: SectionColumnProps) {
  const id = `section-${section.slug}`
  return (
    <section className="column" aria-labelledby={id}>
      <h2 id={id} className="strip-title">
        <a href={sectionPath(section.slug)}>{section.name}</a>
      </h2>
      {articles.map((article, index) => (
        <TeaserCard
          key={article.id}
          article={article}
          time={time}
          kind={index === 0 ? 'second' : 'strip'}
          level={3}
          {...(index === 0 ? { sizes: '(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 100vw' } : {})}
        />
      ))}
    </section>
  )
}
