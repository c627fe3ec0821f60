import { ArticlePage } from '@/components/site/article-page'
import { GonePage } from '@/components/site/gone-page'
import { MovedPage } from '@/components/site/moved-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { findArticleByPath } from '@/lib/articles/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string; slug: string }> }

export default async function ArticleAddress({ params }: Props) {
  const { section, slug } = await params
  const found = await findArticleByPath(section, slug)
  switch (found.kind) {
    case 'live':
      return <ArticlePage article={found.article} claimIds={found.claimIds} />
    case 'moved':
      return <MovedPage path={found.path} />
    case 'gone':
      return <GonePage reason={found.reason} at={found.at} />
    case 'unknown':
      return <NotFoundPage />
  }
}
