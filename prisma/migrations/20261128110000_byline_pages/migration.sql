-- The page of a byline: a photograph and how to reach whoever it is.
ALTER TABLE "Byline"
  ADD COLUMN "pictureId" UUID,
  ADD COLUMN "pictureAlt" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "email" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "profiles" TEXT[] NOT NULL DEFAULT '{}';
UPDATE "Byline" SET "jobTitle" = '' WHERE "jobTitle" IS NULL;
UPDATE "Byline" SET "biography" = '' WHERE "biography" IS NULL;
ALTER TABLE "Byline"
  ALTER COLUMN "jobTitle" SET DEFAULT '',
  ALTER COLUMN "jobTitle" SET NOT NULL,
  ALTER COLUMN "biography" SET DEFAULT '',
  ALTER COLUMN "biography" SET NOT NULL;

ALTER TABLE "Byline" ADD CONSTRAINT "Byline_pictureId_fkey"
  FOREIGN KEY ("pictureId") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Whether a picture is public is asked by its id.
CREATE INDEX "Byline_pictureId_idx" ON "Byline"("pictureId");
