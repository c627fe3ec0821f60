-- CreateEnum
CREATE TYPE "ArticleOrigin" AS ENUM ('OWN', 'WIRE', 'PARTNER', 'REWRITTEN');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "firstSeenAt" TIMESTAMPTZ(3),
ADD COLUMN     "importedText" TEXT,
ADD COLUMN     "licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "origin" "ArticleOrigin" NOT NULL DEFAULT 'OWN',
ADD COLUMN     "whatWeAdded" TEXT NOT NULL DEFAULT '';

-- Where another publisher's page was said to be the canonical one, the text is theirs. Everything else that credits a source is our own.
UPDATE "Article" SET "origin" = 'WIRE' WHERE "isSourceCanonical";
