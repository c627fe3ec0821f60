import { z } from 'zod'
import { isId } from '../document/addresses'

const Id = z.string().refine(isId, 'This is not an id.')

/** Of which board something is asked: a desk's, or what has no desk; one person's. All where nothing is said. */
export const BoardQuery = z.object({ deskId: z.union([z.literal('none'), Id]).optional(), personId: Id.optional() })
