import { slugFrom } from '../articles/slug'
import { newId } from '../ids'

/**
 * A slug for a name that nothing else has: "north-harbour", then "north-harbour-2".
 * @param isTaken asks the table
 */
export async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const base = slugFrom(name) || newId().slice(-12)
  if (!(await isTaken(base))) return base
  for (let number = 2; number < 100; number += 1) {
    const slug = `${base}-${number}`
    if (!(await isTaken(slug))) return slug
  }
  return `${base}-${newId().slice(-12)}`
}
