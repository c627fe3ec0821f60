import { z } from 'zod'

/** What can be said of a series: the form and the server parse the same. */
export const SeriesInput = z.strictObject({
  name: z.string().max(200),
  /** Empty: made from the name. */
  slug: z
    .string()
    .max(80, 'At most 80 characters fit here.')
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'Small letters, digits and single hyphens make an address: north-harbour.'),
  description: z.string().trim().max(1000, 'At most 1,000 characters fit here.'),
})
export type SeriesInput = z.output<typeof SeriesInput>
