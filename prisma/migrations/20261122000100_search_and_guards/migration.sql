-- What Prisma's language cannot say. Queries reach an index below only when they repeat its expression word for word:
--
--   Desk, words of the working copy     to_tsvector('standfirst', words) @@ websearch_to_tsquery('standfirst', $1)       "Draft_words_search"
--   Readers, words of the live edition  to_tsvector('standfirst', words) @@ websearch_to_tsquery('standfirst', $1)       "Publication_words_search"
--   Part of a headline, desk            standfirst_plain(headline) LIKE '%' || standfirst_plain($1) || '%'               "Article_headline_part"
--   Part of a headline, readers         standfirst_plain(headline) LIKE '%' || standfirst_plain($1) || '%'               "Publication_headline_part"
--   Like a headline, both               standfirst_plain(headline) % standfirst_plain($1)                                the same two
--
-- (The % and _ of what a person typed have to be escaped before LIKE sees them.) A tsvector holds one megabyte: whoever writes "words"
-- cuts them at 250,000 characters first.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- English stems, and an accent neither hides a word nor has to be typed.
CREATE TEXT SEARCH CONFIGURATION standfirst (COPY = english);
ALTER TEXT SEARCH CONFIGURATION standfirst ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- Lower case without accents. unaccent() itself is not immutable, because somebody could change its rules; nobody does, and an index needs it.
CREATE FUNCTION standfirst_plain(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent', words));

CREATE INDEX "Draft_words_search" ON "Draft" USING gin (to_tsvector('standfirst', words));
CREATE INDEX "Publication_words_search" ON "Publication" USING gin (to_tsvector('standfirst', words));
CREATE INDEX "Article_headline_part" ON "Article" USING gin (standfirst_plain(headline) gin_trgm_ops);
CREATE INDEX "Publication_headline_part" ON "Publication" USING gin (standfirst_plain(headline) gin_trgm_ops);

-- What readers saw and who did what stay as they were written. One trigger per statement: it refuses even where no row would match.
CREATE FUNCTION standfirst_refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on "%" is refused: its rows are written once and never changed or removed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "Edition_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Edition"
  FOR EACH STATEMENT EXECUTE FUNCTION standfirst_refuse_change();
CREATE TRIGGER "AuditEvent_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION standfirst_refuse_change();
