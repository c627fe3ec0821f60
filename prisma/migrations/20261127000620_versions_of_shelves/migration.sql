-- DropForeignKey
ALTER TABLE "SeriesSlug" DROP CONSTRAINT "SeriesSlug_seriesId_fkey";

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Series" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "SeriesSlug" ADD COLUMN     "goneAt" TIMESTAMPTZ(3),
ALTER COLUMN "seriesId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AddForeignKey
ALTER TABLE "SeriesSlug" ADD CONSTRAINT "SeriesSlug_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A slug is of one series, or of one that is gone.
ALTER TABLE "SeriesSlug" ADD CONSTRAINT "SeriesSlug_of_one" CHECK (("seriesId" IS NULL) = ("goneAt" IS NOT NULL));

-- As before, and a slug that a deleted series left behind goes to the one that takes it.
CREATE OR REPLACE FUNCTION standfirst_keep_series_slug() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "SeriesSlug" WHERE slug = NEW.slug AND "seriesId" = NEW.id) THEN
    UPDATE "SeriesSlug" SET "seriesId" = NEW.id, "goneAt" = NULL WHERE slug = NEW.slug AND "seriesId" IS NULL;
    IF NOT FOUND THEN
      INSERT INTO "SeriesSlug" (slug, "seriesId") VALUES (NEW.slug, NEW.id);
    END IF;
  END IF;
  RETURN NULL;
END
$$;
