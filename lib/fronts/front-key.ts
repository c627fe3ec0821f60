import { z } from 'zod'

/** Which front: the paper's, or that of a section by its id. */
export const FrontKey = z.union([z.literal('home'), z.uuid()])
export type FrontKey = z.output<typeof FrontKey>
