import { database } from '../db/database'

/**
 * Makes the table of headlines' words say what the headlines say. While somebody types, triggers only add to it: half a word that was
 * saved, a word that is in no headline any more, or one that two people added at once. A headline that is saved during the sweep
 * may lose a word to it, which the next one brings back.
 */
export async function sweepHeadlineWords(): Promise<void> {
  await database().$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT DISTINCT word FROM "Article", standfirst_words(headline) AS of_headline(word)
    ), seen AS MATERIALIZED (
      SELECT id, word, row_number() OVER (PARTITION BY word ORDER BY id) AS times FROM "HeadlineWord"
    ), removed AS (
      DELETE FROM "HeadlineWord" USING seen LEFT JOIN held USING (word)
      WHERE "HeadlineWord".id = seen.id AND (held.word IS NULL OR seen.times > 1)
    )
    INSERT INTO "HeadlineWord" (word) SELECT word FROM held LEFT JOIN seen USING (word) WHERE seen.word IS NULL`
}
