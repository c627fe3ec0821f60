import { z } from 'zod'
import { readBoard } from '@/lib/board/read-board'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'

const id = z.string().refine(isId, 'This is not an id.')
const query = z.object({ deskId: z.union([z.literal('none'), id]).optional(), personId: id.optional() })

export const GET = route({ permission: 'article.read', query }, ({ actor, query }) => readBoard(actor, query))
