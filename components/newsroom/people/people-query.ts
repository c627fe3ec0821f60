import { z } from 'zod'
import { PEOPLE_SEEN, PEOPLE_STATES, SECOND_FACTORS } from '@/lib/people/people-filter'

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The query of /admin/people. What makes no sense in it is left out: an old link then shows more, and nothing breaks. */
export const PeopleQuery = z.object({
  words: one(
    z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((words) => !/\p{Cc}/u.test(words)),
  ),
  role: one(z.string().regex(/^[\w-]{1,64}$/)),
  desk: one(z.literal('none').or(z.uuid())),
  state: one(z.enum(PEOPLE_STATES)),
  seen: one(z.enum(PEOPLE_SEEN)),
  factor: one(z.enum(SECOND_FACTORS)),
  cursor: one(z.string().min(1).max(400)),
})
export type PeopleQuery = z.output<typeof PeopleQuery>

const NAMES = ['words', 'role', 'desk', 'state', 'seen', 'factor', 'cursor'] as const

/** The address of the list with this filter, its parameters always in one order. */
export function peopleHref(query: PeopleQuery): string {
  const parameters = new URLSearchParams()
  for (const name of NAMES) {
    const value = query[name]
    if (value) parameters.set(name, value)
  }
  return parameters.size === 0 ? '/admin/people' : `/admin/people?${parameters}`
}

/** Is anybody filtered out? */
export function isPeopleFiltered({ words, role, desk, state, seen, factor }: PeopleQuery): boolean {
  return Boolean(words || role || desk || state || seen || factor)
}
