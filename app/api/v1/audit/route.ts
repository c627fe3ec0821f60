import { listAudit } from '@/lib/api/list-audit'
import { LIST_AUDIT } from '@/lib/api/operations'
import { apiRoute } from '@/lib/http/api-route'

export const GET = apiRoute(LIST_AUDIT, ({ query }) => listAudit(query))
