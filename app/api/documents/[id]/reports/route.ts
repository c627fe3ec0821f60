import { route } from '@/lib/http/route'
import { listArticleReports } from '@/lib/reader-reports/list-article-reports'
import { articleParams } from '../article-params'

/** What readers report of the article and nobody has decided yet. */
export const GET = route({ permission: 'readerReport.read', params: articleParams }, ({ actor, params }) =>
  listArticleReports(actor, params.id),
)
