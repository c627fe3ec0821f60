import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { route } from '@/lib/http/route'
import { articleParams } from './article-params'

export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params }) =>
  getArticleForDesk(actor, params.id),
)
