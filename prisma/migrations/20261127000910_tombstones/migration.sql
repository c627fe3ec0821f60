-- Feeds ask for what was taken from readers within the last days: lib/feeds/tombstones.ts.
CREATE INDEX "Article_withdrawn" ON "Article" (coalesce("killedAt", "unpublishedAt") DESC) WHERE "unpublishedAt" IS NOT NULL;
