import { z } from 'zod'
import { searchParties } from '@/lib/claims/parties'
import { route } from '@/lib/http/route'

const query = z.strictObject({ q: z.string().max(300).default('') })

export const GET = route({ permission: 'claim.read', query }, async ({ actor, query }) => ({
  parties: await searchParties(actor, query.q),
}))
