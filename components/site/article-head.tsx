import type { PublicArticle } from '@/lib/articles/readers'
import { findSocialPicture } from '@/lib/cards/social-picture'
import { safePageUrl } from '@/lib/document/addresses'
import type { Look } from '@/lib/look/look'
import type { SeriesPlace } from '@/lib/series/readers'
import type { Settings } from '@/lib/settings/settings'
import { PageHead } from './page-head'

type ArticleHeadProps = { article: PublicArticle; settings: Settings; look: Look; series: SeriesPlace | null }

/** The article's own head: Open Graph, dates, its neighbours in a series, and the canonical address, which may be another publisher's. */
export function ArticleHead({ article, settings, look, series }: ArticleHeadProps) {
  const { metadata } = article
  const original = metadata.source?.isCanonical ? safePageUrl(metadata.source.url) : null
  return (
    <PageHead
      title={metadata.searchHeadline || article.headline}
      socialTitle={metadata.socialHeadline || article.headline}
      paper={settings.name}
      description={article.trailText}
      path={article.path}
      {...(original === null ? {} : { canonical: original })}
      type="article"
      picture={findSocialPicture(article, settings, look)}
      article={{
        publishedAt: article.publishedAt,
        updatedAt: article.updatedAt,
        section: article.section.name,
        authors: article.bylines.map(({ name }) => name),
        topics: metadata.topics.map(({ name }) => name),
      }}
      isEmbeddable
      neighbours={{ previous: series?.previous?.path ?? null, next: series?.next?.path ?? null }}
    />
  )
}
