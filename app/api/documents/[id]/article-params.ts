import { z } from 'zod'
import { isId } from '@/lib/document/addresses'

/** The id in the address of an article's routes, parsed strictly: "12abc" is no id. */
export const articleParams = z.object({ id: z.string().refine(isId, 'This is not an id.') })
