-- CreateEnum
CREATE TYPE "OutsideLinkStatus" AS ENUM ('UNCHECKED', 'OK', 'FAILING', 'DEAD');

-- CreateTable
CREATE TABLE "OutsideLink" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "title" TEXT,
    "siteName" TEXT,
    "titleAskedAt" TIMESTAMPTZ(3),
    "status" "OutsideLinkStatus" NOT NULL DEFAULT 'UNCHECKED',
    "lastCheckedAt" TIMESTAMPTZ(3),
    "lastOkAt" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "reason" TEXT,
    "failedDays" INTEGER NOT NULL DEFAULT 0,
    "firstFailedAt" TIMESTAMPTZ(3),
    "lastFailedAt" TIMESTAMPTZ(3),
    "nextCheckAt" TIMESTAMPTZ(3) NOT NULL,
    "ignoredAt" TIMESTAMPTZ(3),
    "ignoredById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutsideLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OutsideLink_url_key" ON "OutsideLink"("url");

-- CreateIndex
CREATE INDEX "OutsideLink_nextCheckAt_idx" ON "OutsideLink"("nextCheckAt");

-- AddForeignKey
ALTER TABLE "OutsideLink" ADD CONSTRAINT "OutsideLink_ignoredById_fkey" FOREIGN KEY ("ignoredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Links are looked up by where they lead, without the place on the page. A hash, because an address may be longer than a B-tree takes.
CREATE INDEX "Link_outside_idx" ON "Link" USING hash (split_part(url, '#', 1));
