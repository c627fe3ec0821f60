-- Words in the newest articles, without going through all that have them: stretches of time stand in the index beside the stems.

-- The stretches of 1, 4, 16 and 64 weeks in which an instant lies, counted from the beginning of 1970 in UTC; a number says which kind it is, and which one.
-- A clock's zone would make other numbers, and an index that lies. lib/search/newest-fitting.ts counts the same.
CREATE FUNCTION standfirst_stretches(at timestamptz) RETURNS int[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY[
    floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 604800)::int,
    1000000 + floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 2419200)::int,
    2000000 + floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 9676800)::int,
    3000000 + floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 38707200)::int
  ];

-- Queries reach these only when they repeat their expressions word for word:
--
--   search @@ $1 AND standfirst_stretches("firstPublishedAt") && $2                                "Publication_search_time"
--   to_tsvector('standfirst', headline) @@ $1 AND standfirst_stretches("firstPublishedAt") && $2   "Publication_headline_time"
--
-- Either is as good for the words alone, and takes the place of the one before it.
CREATE INDEX "Publication_search_time" ON "Publication" USING gin (search, standfirst_stretches("firstPublishedAt"));
CREATE INDEX "Publication_headline_time" ON "Publication" USING gin (to_tsvector('standfirst', headline), standfirst_stretches("firstPublishedAt"));
DROP INDEX "Publication_search";
DROP INDEX "Publication_headline_search";
