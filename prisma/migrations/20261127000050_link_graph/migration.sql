-- CreateEnum
CREATE TYPE "LinkNoticeReason" AS ENUM ('UNPUBLISHED');

-- AlterEnum
ALTER TYPE "RevisionReason" ADD VALUE 'LINKS';

-- DropIndex
DROP INDEX "Link_fromArticleId_layer_idx";

-- AlterTable
ALTER TABLE "Link" ADD COLUMN     "sentence" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "LinkNotice" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "reason" "LinkNoticeReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "clearedAt" TIMESTAMPTZ(3),
    "clearedById" UUID,

    CONSTRAINT "LinkNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChosenTarget" (
    "personId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChosenTarget_pkey" PRIMARY KEY ("personId","articleId")
);

-- CreateIndex
CREATE INDEX "LinkNotice_articleId_createdAt_idx" ON "LinkNotice"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "LinkNotice_targetId_idx" ON "LinkNotice"("targetId");

-- CreateIndex
CREATE INDEX "ChosenTarget_personId_chosenAt_idx" ON "ChosenTarget"("personId", "chosenAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Link_fromArticleId_layer_position_key" ON "Link"("fromArticleId", "layer", "position");

-- AddForeignKey
ALTER TABLE "LinkNotice" ADD CONSTRAINT "LinkNotice_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkNotice" ADD CONSTRAINT "LinkNotice_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChosenTarget" ADD CONSTRAINT "ChosenTarget_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChosenTarget" ADD CONSTRAINT "ChosenTarget_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: one open notice for each reason, however often the target comes and goes.
CREATE UNIQUE INDEX "LinkNotice_open" ON "LinkNotice" ("articleId", "targetId", "reason") WHERE "clearedAt" IS NULL;
