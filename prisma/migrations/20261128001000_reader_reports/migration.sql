-- CreateEnum
CREATE TYPE "ReaderReportState" AS ENUM ('NEW', 'LOOKED_AT', 'ANSWERED', 'CORRECTED', 'DISMISSED');

-- CreateTable
CREATE TABLE "ReaderReport" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "mail" TEXT,
    "state" "ReaderReportState" NOT NULL DEFAULT 'NEW',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "answerText" TEXT NOT NULL DEFAULT '',
    "answerMailId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "correctedEditionId" UUID,

    CONSTRAINT "ReaderReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReaderReport_articleId_state_idx" ON "ReaderReport"("articleId", "state");

-- CreateIndex
CREATE INDEX "ReaderReport_state_createdAt_id_idx" ON "ReaderReport"("state", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ReaderReport_closedAt_idx" ON "ReaderReport"("closedAt");

-- CreateIndex
CREATE INDEX "ReaderReport_editionId_idx" ON "ReaderReport"("editionId");

-- CreateIndex
CREATE INDEX "ReaderReport_decidedById_idx" ON "ReaderReport"("decidedById");

-- CreateIndex
CREATE INDEX "ReaderReport_correctedEditionId_idx" ON "ReaderReport"("correctedEditionId");

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_correctedEditionId_fkey" FOREIGN KEY ("correctedEditionId") REFERENCES "Edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's language cannot say. lib/reader-reports/limits.ts says the same in words.
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_lengths" CHECK (
  char_length("text") BETWEEN 1 AND 1000 AND char_length("quote") BETWEEN 1 AND 500 AND "paragraph" > 0
);

-- An address is kept for an answer; what is closed says when, so that the address can go.
ALTER TABLE "ReaderReport" ADD CONSTRAINT "ReaderReport_closed" CHECK (
  ("closedAt" IS NOT NULL) = ("state" IN ('ANSWERED', 'CORRECTED', 'DISMISSED'))
);
