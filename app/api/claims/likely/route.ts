import { z } from 'zod'
import { likelyClaims } from '@/lib/claims/likely-claims'
import { route } from '@/lib/http/route'

const query = z.strictObject({ words: z.string().max(600), speaker: z.string().max(300).default('') })

export const GET = route({ permission: 'claim.read', query }, async ({ actor, query }) => ({
  claims: await likelyClaims(actor, query),
}))
