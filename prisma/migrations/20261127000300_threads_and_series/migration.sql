-- AlterTable
ALTER TABLE "Article" ADD COLUMN "followsId" UUID,
ADD COLUMN "publishedFollowsId" UUID;

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN "followsId" UUID,
ADD COLUMN "threadId" UUID;

-- Until now nothing follows anything: each public article is a thread of its own.
UPDATE "Publication" SET "threadId" = "articleId";

ALTER TABLE "Publication" ALTER COLUMN "threadId" SET NOT NULL;

-- CreateIndex
CREATE INDEX "Article_followsId_idx" ON "Article"("followsId");

-- CreateIndex
CREATE INDEX "Article_publishedFollowsId_idx" ON "Article"("publishedFollowsId");

-- CreateIndex
CREATE INDEX "Publication_threadId_firstPublishedAt_articleId_idx" ON "Publication"("threadId", "firstPublishedAt" DESC, "articleId" DESC);

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_follows_another" CHECK ("followsId" <> id);
