-- AlterTable
ALTER TABLE "Article" ADD COLUMN "isNotRepublished" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FeedChange" (
    "id" UUID NOT NULL,
    "tags" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FeedChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HubNotice" (
    "topic" TEXT NOT NULL,
    "change" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "HubNotice_pkey" PRIMARY KEY ("topic")
);

-- CreateIndex
CREATE INDEX "HubNotice_nextTryAt_idx" ON "HubNotice"("nextTryAt");
