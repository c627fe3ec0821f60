import { z } from 'zod'
import { STANDING_WORDS } from '@/lib/claims/claim-words'
import type { ClaimStanding } from '@/lib/claims/standing'

const STANDINGS = Object.keys(STANDING_WORDS) as [ClaimStanding, ...ClaimStanding[]]

/** What the list of claims is asked for in its address. What is no filter is none. */
export const ClaimsQuery = z.object({
  q: z.string().max(200).catch(''),
  standing: z.enum(STANDINGS).nullable().catch(null),
  days: z.coerce.number().int().min(1).max(3650).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type ClaimsQuery = z.output<typeof ClaimsQuery>

export function claimsHref({ q, standing, days, page }: ClaimsQuery): string {
  const query = new URLSearchParams()
  if (q !== '') query.set('q', q)
  if (standing !== null) query.set('standing', standing)
  if (days !== null) query.set('days', String(days))
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/desk/claims' : `/desk/claims?${query}`
}
