-- Readers' search by one index: words, words of the headline, words next to each other, the time and the section (decision 62).

-- The words of an article and their stems are long, and nearly all that reads "Publication" wants neither: where they made a row too long, both are kept
-- beside the table. Writing the stems anew moves those of the rows that are there.
ALTER TABLE "Publication" SET (toast_tuple_target = 512);
DROP INDEX "Publication_search_time";
DROP INDEX "Publication_headline_time";

-- To PostgreSQL "l'homme" is two words and "l’homme" one. For readers' search both are two: "homme" finds either, and so does whoever has only one of
-- the two apostrophes on the keys of a phone.
CREATE OR REPLACE FUNCTION standfirst_straight(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(words, '’ʼ＇', $$'''$$);
CREATE OR REPLACE FUNCTION standfirst_search_of(headline text, words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector('standfirst', standfirst_straight(headline)), 'A') || $$' ':1$$::tsvector
    || setweight(to_tsvector('standfirst', standfirst_straight(words)), 'D');
ALTER TABLE "Publication" ALTER COLUMN "search" TYPE tsvector USING
  CASE WHEN "headline" ~ '[’ʼ＇]' OR "words" ~ '[’ʼ＇]' THEN standfirst_search_of("headline", "words") ELSE "search" || ''::tsvector END;

-- Two stems that follow each other, as one of 65,536 numbers: no language makes the index hold more. Other pairs have the same number.
CREATE FUNCTION standfirst_pair(former text, latter text) RETURNS int
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN hashtext(former || ' ' || latter) & 65535;

-- Of all the stems of a text, each with the next one that was kept: words that are in no index stand between some.
CREATE FUNCTION standfirst_pairs(search tsvector) RETURNS int[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT standfirst_pair(former, latter) FROM (
      SELECT lexeme AS former, lead(lexeme) OVER (ORDER BY place) AS latter FROM unnest(search), unnest(positions) AS place
    ) AS following WHERE latter IS NOT NULL
  );

-- Those that a text has wherever the phrases of a question fit it. Of a question that leaves something out, or has alternatives, they say nothing.
CREATE FUNCTION standfirst_pairs_for(wanted tsquery) RETURNS int[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT standfirst_pair((tsvector_to_array(former::tsvector))[1], (tsvector_to_array(latter::tsvector))[1]) FROM (
      SELECT found[1] AS token, lag(found[1]) OVER (ORDER BY place) AS former, lead(found[1]) OVER (ORDER BY place) AS latter
      FROM regexp_matches(wanted::text, $$'(?:[^'\\]|''|\\.)*'|<(?:-|\d+)>|[&|!()]$$, 'g') WITH ORDINALITY AS matches(found, place)
    ) AS tokens WHERE token LIKE '<%'
  );

-- Queries reach this only when they repeat its expressions word for word:
--
--   ts_filter(search, '{a}') @@ $1 AND standfirst_pairs(search) @> standfirst_pairs_for($1) AND search @@ $1
--   AND standfirst_stretches("firstPublishedAt") && $2 AND ARRAY["sectionId"] && $3
--
-- The columns are looked at in this order, and again from the first for each article that one of the later ones does not know: what fewest have stands first.
SET LOCAL maintenance_work_mem = '256MB';
CREATE INDEX "Publication_found" ON "Publication" USING gin (
  ts_filter("search", '{a}'), standfirst_pairs("search"), "search", standfirst_stretches("firstPublishedAt"), (ARRAY["sectionId"])
);
-- Whether this index is used does not depend on how common a pair is, and to count that would make those of thirty thousand articles anew.
ALTER INDEX "Publication_found" ALTER COLUMN 2 SET STATISTICS 0;
