-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "showsClaims" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "isStatementForReaders" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ClaimEvent" ADD COLUMN     "isForReaders" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ClaimSlug" (
    "slug" TEXT NOT NULL,
    "claimId" UUID NOT NULL,
    "isCurrent" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "ClaimReview" (
    "claimId" UUID NOT NULL,
    "rating" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "reviewedOn" DATE NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,

    CONSTRAINT "ClaimReview_pkey" PRIMARY KEY ("claimId")
);

-- CreateIndex
CREATE INDEX "ClaimSlug_claimId_idx" ON "ClaimSlug"("claimId");

-- CreateIndex
CREATE INDEX "ClaimReview_articleId_idx" ON "ClaimReview"("articleId");

-- AddForeignKey
ALTER TABLE "ClaimSlug" ADD CONSTRAINT "ClaimSlug_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimReview" ADD CONSTRAINT "ClaimReview_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimReview" ADD CONSTRAINT "ClaimReview_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A claim has one address at a time.
CREATE UNIQUE INDEX "ClaimSlug_current_key" ON "ClaimSlug" ("claimId") WHERE "isCurrent";
