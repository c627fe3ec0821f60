import { database, Prisma } from '../db/database'

/** Words, and by how much they differ from those that were typed: 0 where they are those. */
export type Reading = { words: readonly string[]; errors: number }

/** So many ways to read what was typed are looked for, and each word may have been meant for so many others. */
const READINGS_MOST = 8
const OTHERS_MOST = 5
/** Of the words that are a little like one, so many are compared. */
const LIKE_LOOKED_AT = 1_000
/** How much of a word must be there when more than one letter is wrong. pg_trgm's word_similarity, 0 to 1. */
const LEAST_SIMILARITY = 0.5
/** A word that stands in headlines is taken for an error only after all others. */
const KNOWN_IS_WRONG = 2

/**
 * What somebody may have meant who typed these words, the likeliest first; nothing where one of them is like no word of any
 * headline. A word that stands in no headline any more may be among them until the next night: whoever looks for it finds nothing.
 */
export async function guessWords(typed: readonly string[]): Promise<Reading[]> {
  const places = await listOptions(typed)
  if (places.length === 0) return []
  let readings: Reading[] = [{ words: [], errors: 0 }]
  for (const options of places) {
    readings = readings
      .flatMap(({ words, errors }) =>
        options.map((option) => ({ words: [...words, ...option.words], errors: errors + option.errors })),
      )
      .sort((one, other) => one.errors - other.errors)
      .slice(0, READINGS_MOST)
  }
  return readings
}

type Row = { place: number; meant: string | null; errors: number | null }

/** For each word that was typed, what it may be: itself first, where headlines hold it. */
async function listOptions(typed: readonly string[]): Promise<Reading[][]> {
  // PostgreSQL takes the comparison of words for cheap and would rather compare them all than ask an index.
  const [, rows] = await database().$transaction([
    database().$executeRaw`
      SELECT set_config('enable_seqscan', 'off', true),
             set_config('pg_trgm.word_similarity_threshold', ${String(LEAST_SIMILARITY)}, true)`,
    database().$queryRaw<Row[]>(optionsOf(typed.join(' '))),
  ])
  const places = [...new Set(rows.map(({ place }) => place))]
  return places.map((place) => optionsIn(rows.filter((row) => row.place === place)))
}

function optionsIn(rows: readonly Row[]): Reading[] {
  const isKnown = rows[0]?.errors === 0
  return rows.flatMap(({ meant, errors }) =>
    meant === null || errors === null
      ? []
      : { words: meant.split(' '), errors: errors === 0 || !isKnown ? errors : errors + KNOWN_IS_WRONG },
  )
}

/**
 * The parts of the union: the word itself, words with one error, two words that were typed as one, and, of a word that no headline has, what is
 * merely like it, which takes longer than all else.
 * An error in the first letter is rarer than any other. Expressions repeat those of the indexes, word for word; the count keeps PostgreSQL
 * from walking through all words in the hope that an early one will do.
 */
function optionsOf(words: string): Prisma.Sql {
  const isKnown = Prisma.sql`(SELECT count(*) FROM "HeadlineWord" WHERE word LIKE '%' || typed.word || '%') > 0`
  return Prisma.sql`
    WITH typed AS MATERIALIZED (
      SELECT word, min(place)::int AS place
      FROM regexp_split_to_table(standfirst_plain(${words}), '[^[:alnum:]]+') WITH ORDINALITY AS split(word, place)
      WHERE word <> '' GROUP BY word
    )
    SELECT typed.place, option.meant, option.errors
    FROM typed LEFT JOIN LATERAL (
      SELECT meant, min(errors) AS errors FROM (
        SELECT typed.word AS meant, 0::float AS errors
        WHERE length(typed.word) < 3
           OR ${isKnown}
        UNION ALL (
          SELECT word, CASE WHEN left(word, 1) = left(typed.word, 1) THEN 1 ELSE 1.5 END FROM "HeadlineWord"
          WHERE length(typed.word) >= 3 AND standfirst_without_one(word) && standfirst_without_one(typed.word)
          LIMIT ${LIKE_LOOKED_AT}
        ) UNION ALL
        SELECT former.word || ' ' || latter.word, 1.75 FROM generate_series(3, length(typed.word) - 3) AS at
        JOIN "HeadlineWord" AS former ON former.word = left(typed.word, at)
        JOIN "HeadlineWord" AS latter ON latter.word = substr(typed.word, at + 1)
        UNION ALL (
          SELECT word, 2 + (typed.word <<-> word) FROM "HeadlineWord"
          WHERE typed.word <% word AND NOT ${isKnown} LIMIT ${LIKE_LOOKED_AT}
        )
      ) AS options
      GROUP BY meant ORDER BY errors, abs(length(meant) - length(typed.word)), meant LIMIT ${OTHERS_MOST + 1}
    ) AS option ON true
    ORDER BY typed.place, option.errors`
}
