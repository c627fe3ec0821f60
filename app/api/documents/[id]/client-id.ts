import { z } from 'zod'

/** The id that a tab gives itself. */
export const ClientId = z.string().regex(/^[\w-]{1,64}$/, 'This is not a tab.')
