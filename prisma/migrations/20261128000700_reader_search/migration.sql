-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "search" tsvector;

-- What Prisma's language cannot say. The stems of an article's words are kept with it: to weigh how well each of some hundred articles fits
-- what was asked, they cannot be made anew each time. Those of the headline weigh more (A) than those of the text (D);
-- what nobody can search for stands between them, so that no phrase reaches from the one into the other.
CREATE FUNCTION standfirst_search_of(headline text, words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN setweight(to_tsvector('standfirst', headline), 'A') || $$' ':1$$::tsvector || setweight(to_tsvector('standfirst', words), 'D');

CREATE FUNCTION standfirst_keep_search() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := standfirst_search_of(NEW.headline, NEW.words);
  RETURN NEW;
END
$$;
CREATE TRIGGER "Publication_keeps_search" BEFORE INSERT OR UPDATE OF headline, words ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION standfirst_keep_search();
UPDATE "Publication" SET headline = headline;

-- Queries reach these only when they repeat their expressions word for word:
--
--   Readers, words of the live edition     search @@ websearch_to_tsquery('standfirst', $1)                              "Publication_search"
--   Readers, words of the live headline    to_tsvector('standfirst', headline) @@ websearch_to_tsquery('standfirst', $1) "Publication_headline_search"
CREATE INDEX "Publication_search" ON "Publication" USING gin (search);
CREATE INDEX "Publication_headline_search" ON "Publication" USING gin (to_tsvector('standfirst', headline));
DROP INDEX "Publication_words_search";
