-- CreateEnum
CREATE TYPE "AlertKind" AS ENUM ('BREAKING', 'WITHDRAWAL');

-- CreateEnum
CREATE TYPE "AlertChannel" AS ENUM ('MAIL', 'PUSH');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'READERS_TO_TELL';

-- AlterTable
ALTER TABLE "AlertDelivery" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "channel" "AlertChannel" NOT NULL,
ADD COLUMN     "nextTryAt" TIMESTAMPTZ(3);

-- AlterTable
-- How many were sent is counted from the rows that say so.
ALTER TABLE "BreakingAlert" DROP COLUMN "mailed",
DROP COLUMN "pushed",
ADD COLUMN     "kind" "AlertKind" NOT NULL DEFAULT 'BREAKING';

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "alertId" UUID,
ADD COLUMN     "unsubscribeUrl" TEXT;

-- CreateIndex
CREATE INDEX "AlertDelivery_nextTryAt_idx" ON "AlertDelivery"("nextTryAt");

-- CreateIndex
CREATE INDEX "BreakingAlert_articleId_startedAt_idx" ON "BreakingAlert"("articleId", "startedAt");

-- CreateIndex
CREATE INDEX "Mail_alertId_idx" ON "Mail"("alertId");
