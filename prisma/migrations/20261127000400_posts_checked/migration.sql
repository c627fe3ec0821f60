-- CreateEnum
CREATE TYPE "PostCheckState" AS ENUM ('THERE', 'DELETED', 'EDITED', 'UNKNOWN');

-- CreateTable
CREATE TABLE "PostCheck" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "hash" TEXT NOT NULL DEFAULT '',
    "state" "PostCheckState" NOT NULL DEFAULT 'UNKNOWN',
    "since" TIMESTAMPTZ(3),
    "missingSince" TIMESTAMPTZ(3),
    "lastCheckedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PostCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PostCheck_url_key" ON "PostCheck"("url");

-- CreateIndex
CREATE INDEX "PostCheck_lastCheckedAt_idx" ON "PostCheck"("lastCheckedAt");
