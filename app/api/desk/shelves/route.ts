import { readShelves } from '@/lib/board/read-shelves'
import { NotSignedIn } from '@/lib/errors'
import { route } from '@/lib/http/route'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => {
  if (actor.kind !== 'person') throw new NotSignedIn()
  return readShelves(actor)
})
