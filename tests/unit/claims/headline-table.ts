import type { CheckedClaim, Standing } from '@/lib/claims/headline/check-headline'

/** Headlines that were written for one claim: those that have to raise it and those that have to pass. */
export type ClaimWithHeadlines = { claim: CheckedClaim; raise: string[]; pass: string[] }

export function claimed(
  speaker: string,
  statement: string,
  standing: Standing = 'asserted',
  deniers: string[] = [],
): CheckedClaim {
  return { id: statement, statement, words: [statement], speaker, deniers, standing }
}
