import { listWithdrawals } from '@/lib/api/list-withdrawals'
import { LIST_EVENTS } from '@/lib/api/operations'
import { apiRoute } from '@/lib/http/api-route'

export const GET = apiRoute(LIST_EVENTS, ({ query }) => listWithdrawals(query))
