import { database, Prisma } from '../db/database'
import { compareWords } from '../document/compare/compare-words'
import type { Piece } from '../document/compare/rows'
import { plainInline } from '../document/compare/tokens'

/** The same person, quoted by another story with nearly the same words. */
export type Difference = {
  id: string
  articleId: string
  headline: string
  position: number
  words: string
  /** From the words here to the words there. */
  pieces: Pick<Piece, 'change' | 'text'>[]
}

/** So many of one quotation are shown. */
const SHOWN_MOST = 5

/**
 * Who quotes these quotations otherwise, the likest first. The caller has asked the policy.
 * @param which `later`: of each pair only what comes second
 */
export async function differencesOf(
  ids: readonly string[],
  which: 'all' | 'later',
): Promise<Map<string, Difference[]>> {
  const later = which === 'later' ? Prisma.sql`AND d."otherId" > d."quoteId"` : Prisma.empty
  const rows = await database().$queryRaw<(Omit<Difference, 'pieces'> & { quoteId: string; here: string })[]>`
    SELECT one.id AS "quoteId", one.words AS here, other.* FROM "Quote" one CROSS JOIN LATERAL (
      SELECT q.id, q."articleId", coalesce(nullif(a.headline, ''), a.slugline) AS headline, q.position, q.words
      FROM "QuoteDifference" d JOIN "Quote" q ON q.id = d."otherId" JOIN "Article" a ON a.id = q."articleId"
      WHERE d."quoteId" = one.id ${later}
      ORDER BY similarity(q."plainWords", one."plainWords") DESC, q.id LIMIT ${SHOWN_MOST}
    ) other WHERE one.id = ANY(${[...ids]}::uuid[])`
  const found = new Map<string, Difference[]>()
  for (const { quoteId, here, ...other } of rows) {
    const { pieces } = compareWords(plainInline(here), plainInline(other.words))
    const difference = { ...other, pieces: pieces.map(({ change, text }) => ({ change, text })) }
    found.set(quoteId, [...(found.get(quoteId) ?? []), difference])
  }
  return found
}
