-- AlterTable
ALTER TABLE "LegalReview" ADD COLUMN     "fields" JSONB;

-- AlterTable
ALTER TABLE "OutsiderLink" ADD COLUMN     "document" JSONB,
ADD COLUMN     "fields" JSONB;

-- CreateIndex
CREATE UNIQUE INDEX "LegalReview_outsiderLinkId_version_key" ON "LegalReview"("outsiderLinkId", "version");
