import { BoardQuery } from '@/lib/board/board-query'
import { readBoard } from '@/lib/board/read-board'
import { route } from '@/lib/http/route'

export const GET = route({ permission: 'article.read', query: BoardQuery.strict() }, ({ actor, query }) =>
  readBoard(actor, query),
)
