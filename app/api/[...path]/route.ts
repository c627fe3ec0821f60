import { NotFound } from '@/lib/errors'
import { route } from '@/lib/http/route'

/** Whatever no other route answers: programs get an answer of their kind, not a page. */
const nothing = route({ permission: 'anyone', acceptsOtherOrigins: true }, async () => {
  throw new NotFound('There is no such address.')
})

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
