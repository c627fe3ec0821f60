import type { PublicArticle } from '@/lib/articles/readers'
import { scaled } from '@/lib/articles/structured-data'
import { safePageUrl } from '@/lib/document/addresses'
import { widestSource } from '@/lib/document/picture-source'
import type { SeriesPlace } from '@/lib/series/readers'
import { PageHead } from './page-head'

type ArticleHeadProps = { article: PublicArticle; paper: string; series: SeriesPlace | null }

/** The article's own head: Open Graph, dates, its neighbours in a series, and the canonical address, which may be another publisher's. */
export function ArticleHead({ article, paper, series }: ArticleHeadProps) {
  const { picture, metadata } = article
  const source = picture === null ? null : widestSource(picture)
  const original = metadata.source?.isCanonical ? safePageUrl(metadata.source.url) : null
  return (
    <PageHead
      title={metadata.searchHeadline || article.headline}
      socialTitle={metadata.socialHeadline || article.headline}
      paper={paper}
      description={article.trailText}
      path={article.path}
      {...(original === null ? {} : { canonical: original })}
      type="article"
      picture={picture === null || source === null ? null : { path: source, alt: picture.alt, ...scaled(picture) }}
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
