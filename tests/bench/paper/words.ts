import type pg from 'pg'

/** Four thousand words of two to four syllables, numbered from the most common. */
export const BENCH_WORDS = `
  CREATE UNLOGGED TABLE bench_word AS
  WITH syllables AS (
    SELECT ARRAY['ka','ri','sto','ven','mar','lo','bur','ten','fi','gra','sel','do','wick','ha','per','nor','lin','tau','cor','mi'] AS s
  )
  SELECT n, (SELECT string_agg(s[1 + (abs(hashint4(n * 31 + k)) % 20)], '') FROM syllables, generate_series(1, 2 + n % 3) k) AS word
  FROM generate_series(0, 3999) n`

/** How many different paragraphs there are. */
const PARAGRAPHS = 20_000

/**
 * Paragraphs of forty words, of which a few are in every third and most in a handful: as words of a language are. With each, the node of the
 * document that it makes, and its stems, which need not be made anew for each article then.
 */
export async function fillParagraphs(client: pg.Client): Promise<void> {
  await client.query(BENCH_WORDS)
  await client.query('CREATE UNIQUE INDEX ON bench_word (n)')
  await client.query(`
    CREATE UNLOGGED TABLE bench_paragraph AS
    SELECT n, words, jsonb_build_object('type', 'text', 'text', words || '.')::text AS node,
           setweight(to_tsvector('standfirst', words), 'D') AS search
    FROM (
      SELECT n, (
        SELECT string_agg(w.word, ' ' ORDER BY k) FROM generate_series(1, 40) k
        JOIN bench_word w ON w.n = floor(4000 * power((abs(hashint4(paragraphs.n * 41 + k)) % 100000) / 100000.0, 3))::int
      ) AS words FROM generate_series(0, ${PARAGRAPHS - 1}) AS paragraphs(n)
    ) AS told`)
  await client.query('CREATE UNIQUE INDEX ON bench_paragraph (n)')
  await client.query('ANALYZE bench_paragraph')
}

/** The number of the paragraph that an article has in a place from 0. */
export function paragraphOf(n: string, place: number): string {
  return `abs(hashint8(${n} * 3::bigint + ${place})) % ${PARAGRAPHS}`
}

/** A name of four syllables that hardly any other number has. */
export const nameSql = (n: string) => `
  (SELECT initcap(string_agg((ARRAY['ka','ri','sto','ven','mar','lo','bur','ten','fi','gra','sel','do','wick','ha','per','nor','lin','tau','cor',
  'mi','ab','el','dun','ost','ham','ley','shaw','qui','zar','eth','bro','cla','dre','wen','pol','ju','isk','ove','ud','ang'])
  [1 + (abs(hashint8(${n}::bigint * 97 + k)) % 40)], '' ORDER BY k)) FROM generate_series(1, 4) k)`
