import { listArticles } from '@/lib/api/list-articles'
import { LIST_ARTICLES } from '@/lib/api/operations'
import { apiRoute } from '@/lib/http/api-route'

export const GET = apiRoute(LIST_ARTICLES, ({ query }) => listArticles(query))
