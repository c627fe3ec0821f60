import type { Teaser } from '@/lib/articles/public-article'
import type { PaperTime } from '@/lib/settings/paper-time'
import { TeaserCard } from './teaser-card'

type ArticleListProps = { articles: Teaser[]; time: PaperTime; showsSection?: boolean }

export function ArticleList({ articles, time, showsSection }: ArticleListProps) {
  return (
    <ul className="article-list">
      {articles.map((article, index) => (
        <li key={article.id}>
          <TeaserCard
            article={article}
            time={time}
            kind="row"
            level={2}
            sizes="(min-width: 48rem) 15rem, 7rem"
            showsSection={showsSection === true}
            isFirst={index === 0}
          />
        </li>
      ))}
    </ul>
  )
}
