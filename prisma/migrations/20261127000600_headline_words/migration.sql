-- CreateTable
CREATE TABLE "HeadlineWord" (
    "id" BIGSERIAL NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "HeadlineWord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HeadlineWord_word_idx" ON "HeadlineWord"("word");

-- By hand, what Prisma's language cannot say, and the indexes after the rows. A word that somebody typed is looked for in four ways:
--
--   It is one                                    word = $1                                                   "HeadlineWord_word_idx"
--   It is a part of one                          word LIKE '%' || $1 || '%'                                  "HeadlineWord_part"
--   Much of it stands in one                     $1 <% word                                                  "HeadlineWord_part"
--   One letter is wrong, missing or too many,
--   or two have changed places                   standfirst_without_one(word) && standfirst_without_one($1)  "HeadlineWord_without_one"

-- The words of a headline in plain form, each once. Two letters have nothing to be known by, and nobody types forty.
CREATE FUNCTION standfirst_words(headline text) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  BEGIN ATOMIC
    SELECT DISTINCT word FROM regexp_split_to_table(standfirst_plain(headline), '[^[:alnum:]]+') AS word
    WHERE length(word) BETWEEN 3 AND 40;
  END;

-- A word, and what is left of it without each of its letters. Two words that differ by one error have one of these in common.
CREATE FUNCTION standfirst_without_one(word text) RETURNS text[]
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  shorter text[] := ARRAY[word];
BEGIN
  FOR place IN 1..length(word) LOOP
    shorter := shorter || overlay(word PLACING '' FROM place FOR 1);
  END LOOP;
  RETURN shorter;
END
$$;

-- Nobody waits for anybody: a word that another transaction adds at the same moment is added twice. Each is looked up in the index even
-- where the plan was made while the table was small: a connection keeps its plan as the table grows.
CREATE FUNCTION standfirst_keep_headline_words() RETURNS trigger
  LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  given text;
BEGIN
  FOR given IN SELECT standfirst_words(NEW.headline) LOOP
    IF NOT EXISTS (SELECT 1 FROM "HeadlineWord" WHERE word = given) THEN
      INSERT INTO "HeadlineWord" (word) VALUES (given);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Article_words_kept" AFTER INSERT ON "Article"
  FOR EACH ROW WHEN (NEW.headline <> '') EXECUTE FUNCTION standfirst_keep_headline_words();
CREATE TRIGGER "Article_words_kept_on" AFTER UPDATE OF headline ON "Article"
  FOR EACH ROW WHEN (NEW.headline <> OLD.headline) EXECUTE FUNCTION standfirst_keep_headline_words();

INSERT INTO "HeadlineWord" (word) SELECT DISTINCT word FROM "Article", standfirst_words(headline) AS of_headline(word);

-- A new word is rare, and goes into the indexes at once: no later save has to put in what others left waiting.
CREATE INDEX "HeadlineWord_part" ON "HeadlineWord" USING gin (word gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "HeadlineWord_without_one" ON "HeadlineWord" USING gin (standfirst_without_one(word)) WITH (fastupdate = off);
