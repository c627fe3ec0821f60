-- A byline keeps every address it ever had, and takes over those of what is merged into it.
CREATE TABLE "BylineSlug" (
    "slug" TEXT NOT NULL,
    "bylineId" UUID NOT NULL,

    CONSTRAINT "BylineSlug_pkey" PRIMARY KEY ("slug")
);

CREATE INDEX "BylineSlug_bylineId_idx" ON "BylineSlug"("bylineId");

ALTER TABLE "BylineSlug" ADD CONSTRAINT "BylineSlug_bylineId_fkey"
  FOREIGN KEY ("bylineId") REFERENCES "Byline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "BylineSlug" (slug, "bylineId") SELECT slug, id FROM "Byline";

-- Every slug is written down as it is given, whoever gives it. One that another byline had violates the primary key.
CREATE FUNCTION standfirst_keep_byline_slug() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "BylineSlug" WHERE slug = NEW.slug AND "bylineId" = NEW.id) THEN
    INSERT INTO "BylineSlug" (slug, "bylineId") VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Byline_slug_kept" AFTER INSERT OR UPDATE OF slug ON "Byline"
  FOR EACH ROW EXECUTE FUNCTION standfirst_keep_byline_slug();
