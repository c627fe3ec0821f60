-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('CORRECTION', 'CLARIFICATION', 'UPDATE', 'RETRACTION');

-- AlterEnum
ALTER TYPE "LinkNoticeReason" ADD VALUE 'CORRECTED';
ALTER TYPE "LinkNoticeReason" ADD VALUE 'RETRACTED';

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "publishCorrection" JSONB;

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "correctedAs" "CorrectionKind",
ADD COLUMN     "correctedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Correction_articleId_publishedAt_idx" ON "Correction"("articleId", "publishedAt");

-- CreateIndex
CREATE INDEX "Correction_publishedAt_id_idx" ON "Correction"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Correction_editionId_idx" ON "Correction"("editionId");

-- CreateIndex
CREATE INDEX "Correction_publishedById_idx" ON "Correction"("publishedById");

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What readers were told stays said.
CREATE TRIGGER "Correction_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Correction"
  FOR EACH STATEMENT EXECUTE FUNCTION standfirst_refuse_change();

ALTER TABLE "Publication" ADD CONSTRAINT "Publication_corrected" CHECK (("correctedAs" IS NULL) = ("correctedAt" IS NULL));
