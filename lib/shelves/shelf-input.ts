import { z } from 'zod'
import { isId } from '../document/addresses'

const id = z.string().refine(isId, 'This is not an id.')

/** What can be said of a topic or a section: the form and the server parse the same. */
export const ShelfInput = z.strictObject({
  kind: z.enum(['topic', 'section']),
  name: z.string().max(200),
  /** Empty: made from the name. */
  slug: z
    .string()
    .max(80, 'At most 80 characters fit here.')
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'Small letters, digits and single hyphens make an address: north-harbour.'),
  parentId: id.nullable(),
  description: z.string().trim().max(1000, 'At most 1,000 characters fit here.'),
  aliases: z.array(z.string().max(200)).max(30, 'At most 30 other names.'),
  picture: z
    .strictObject({ mediaId: id, alt: z.string().trim().max(1000, 'At most 1,000 characters fit here.') })
    .nullable(),
  /** Stories here ask readers for nothing. */
  isSensitive: z.boolean(),
})
export type ShelfInput = z.output<typeof ShelfInput>
