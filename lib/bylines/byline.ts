import type { Prisma } from '../db/database'
import type { Owned } from '../policy/policy'
import type { BylineInput } from './byline-input'

/** What of a byline is edited. */
export type BylineValues = BylineInput

export const bylineColumns = {
  id: true,
  slug: true,
  name: true,
  jobTitle: true,
  biography: true,
  pictureId: true,
  pictureAlt: true,
  email: true,
  profiles: true,
  personId: true,
} as const satisfies Prisma.BylineSelect

export type BylineRow = Prisma.BylineGetPayload<{ select: typeof bylineColumns }>

export function valuesOf(row: BylineRow): BylineValues {
  const { name, jobTitle, biography, pictureId, pictureAlt, email, profiles } = row
  const picture = pictureId === null ? null : { mediaId: pictureId, alt: pictureAlt }
  return { name, jobTitle, biography, picture, email, profiles }
}

/** Whose it is: of whoever signs in under this name. Guests and agencies have none. */
export function ownerOf({ personId }: { personId: string | null }): Owned {
  return { ownerIds: personId === null ? [] : [personId] }
}
