import { z } from 'zod'

/** What can be said of a desk: the form and the server parse the same. */
export const DeskInput = z.strictObject({
  name: z.string().max(200),
  /** Empty: made from the name. */
  slug: z
    .string()
    .max(80, 'At most 80 characters fit here.')
    .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'Small letters, digits and single hyphens make an address: night-desk.'),
  members: z
    .array(z.strictObject({ personId: z.uuid(), isLead: z.boolean() }))
    .max(200, 'At most 200 people fit on one desk.'),
  /** The sections that it looks after: what is filed there without a desk goes to this one. */
  sectionIds: z.array(z.uuid()).max(200),
})
export type DeskInput = z.output<typeof DeskInput>
