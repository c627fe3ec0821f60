-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "unpublishAlarmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "unpublishFailure" TEXT;

-- What waited with nothing to go out was an end.
UPDATE "Article" SET "unpublishFailure" = "scheduleFailure", "unpublishAlarmedAt" = "scheduleAlarmedAt",
                     "scheduleFailure" = NULL, "scheduleAlarmedAt" = NULL
WHERE "publishAt" IS NULL AND "unpublishAt" IS NOT NULL AND ("scheduleFailure" IS NOT NULL OR "scheduleAlarmedAt" IS NOT NULL);

-- The board asks for what was published in the last day, beside an archive of any length.
CREATE INDEX "Article_published_lately" ON "Article" ("stateChangedAt") WHERE state = 'PUBLISHED';
