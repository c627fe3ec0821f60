import { ArticleLines } from '@/components/newsroom/article-lines'
import { articlesHref } from '@/components/newsroom/articles-address'
import { LinkIfMay } from '@/components/newsroom/may.client'
import type { MergePreview } from '@/lib/shelves/describe-merge'
import type { ShelfKind } from '@/lib/shelves/shelf'

/** The articles that a merge would move, by name; what is too many for a dialog is behind a link. */
export function MovedArticles({
  kind,
  shelfId,
  preview: { articles, named },
}: {
  kind: ShelfKind
  shelfId: string
  preview: MergePreview
}) {
  if (named.length === 0) return null
  const more = articles - named.length
  return (
    <section aria-label="What moves">
      <ArticleLines articles={named} />
      {more <= 0 ? null : (
        <LinkIfMay
          needs="article.read"
          href={articlesHref({ [kind]: shelfId })}
          target="_blank"
          rel="noreferrer"
          className="mt-2 inline-block font-medium text-ink-soft text-sm underline hover:text-ink"
        >
          and {more} more
        </LinkIfMay>
      )}
    </section>
  )
}
