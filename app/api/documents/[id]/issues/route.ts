import { listPublishIssues } from '@/lib/articles/publish-issues'
import { route } from '@/lib/http/route'
import { articleParams } from '../article-params'

export const GET = route({ permission: 'article.read', params: articleParams }, async ({ actor, params }) =>
  listPublishIssues(actor, params.id),
)
