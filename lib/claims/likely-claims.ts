import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import type { ClaimStanding } from './standing'

/** An earlier claim that words may be telling of. */
export type LikelyClaim = { id: string; statement: string; speaker: string; standing: ClaimStanding; articles: number }

/** Of more that the index finds, the likest are among them anyway. */
const LOOKED_AT = 150
/**
 * The share of three-letter pieces that words and a statement have in common at least, 0 to 1. With less, the index gives every
 * seventh claim of a large register, and nearly none of them is meant. Those of the same person are looked through for less.
 */
const ALIKE = 0.5
/** As many of what the same person says: the newest. */
const SAID_LATELY = 300

/**
 * Earlier claims that the words may tell of, likest first, at most five: similar by three-letter pieces or by stems of words; what
 * the same person says counts for more, and without being similar at all does not count.
 *
 * @param speaker a name as typed, or '' where nobody is chosen yet
 */
export async function likelyClaims(
  actor: Actor,
  { words, speaker }: { words: string; speaker: string },
): Promise<LikelyClaim[]> {
  authorise(actor, 'claim.read')
  const stems = wordsToLookFor(words)
  if (stems === '') return []
  const [, likely] = await database().$transaction([
    database().$queryRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(ALIKE)}, true)`,
    database().$queryRaw<LikelyClaim[]>`
      WITH said AS (SELECT standfirst_plain(${words}) AS plain, to_tsquery('standfirst', ${stems}) AS query),
      near AS (
        (SELECT c.id FROM "Claim" c
         WHERE standfirst_plain(c.statement) % standfirst_plain(${words}) AND c."mergedIntoId" IS NULL LIMIT ${LOOKED_AT})
        UNION
        (SELECT c.id FROM "Claim" c
         WHERE to_tsvector('standfirst', c.statement) @@ to_tsquery('standfirst', ${stems}) AND c."mergedIntoId" IS NULL
         LIMIT ${LOOKED_AT})
        UNION
        (SELECT c.id FROM "Claim" c JOIN "Party" p ON p.id = c."speakerId"
         WHERE lower(p.name) = lower(${speaker}) AND c."mergedIntoId" IS NULL ORDER BY c."changedAt" DESC LIMIT ${SAID_LATELY})
      ), scored AS (
        SELECT c.id, c.statement, p.name AS speaker, c.standing::text AS standing,
               similarity(standfirst_plain(c.statement), said.plain)
                 + ts_rank(to_tsvector('standfirst', c.statement), said.query) AS alike,
               CASE WHEN lower(p.name) = lower(${speaker}) THEN 0.25 ELSE 0 END AS known
        FROM near JOIN "Claim" c ON c.id = near.id JOIN "Party" p ON p.id = c."speakerId", said
      )
      SELECT id, statement, speaker, standing,
             (SELECT count(DISTINCT "articleId")::int FROM "ClaimUse" u WHERE u."claimId" = scored.id) AS articles
      FROM scored WHERE alike > 0.15 AND alike + known > 0.3 ORDER BY alike + known DESC, id LIMIT 5`,
  ])
  return likely
}

/** The six longest words; two of them together are rare enough, in any claim. */
function wordsToLookFor(words: string): string {
  const longest = [...new Set(words.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])]
    .sort((a, b) => b.length - a.length)
    .slice(0, 6)
  if (longest.length === 0) return ''
  if (longest.length < 3) return longest.join(' & ')
  const pairs = longest.flatMap((first, index) => longest.slice(index + 1).map((second) => `(${first} & ${second})`))
  return pairs.join(' | ')
}
