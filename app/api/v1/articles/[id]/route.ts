import { getArticle } from '@/lib/api/get-article'
import { GET_ARTICLE } from '@/lib/api/operations'
import { apiRoute } from '@/lib/http/api-route'

export const GET = apiRoute(GET_ARTICLE, ({ params }) => getArticle(params))
