-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('PERSON', 'DOCUMENT', 'ACCOUNT');

-- CreateEnum
CREATE TYPE "SourceTerms" AS ENUM ('ON_THE_RECORD', 'BACKGROUND', 'DEEP_BACKGROUND', 'OFF_THE_RECORD');

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "codeName" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "terms" "SourceTerms" NOT NULL,
    "isConfidential" BOOLEAN NOT NULL,
    "isKnown" BOOLEAN NOT NULL,
    "originId" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "keyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceReader" (
    "sourceId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "SourceReader_pkey" PRIMARY KEY ("sourceId","personId")
);

-- CreateTable
CREATE TABLE "SourceUse" (
    "eventId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SourceUse_pkey" PRIMARY KEY ("eventId","sourceId")
);

-- CreateIndex
CREATE INDEX "Source_originId_idx" ON "Source"("originId");

-- CreateIndex
CREATE INDEX "Source_keyId_idx" ON "Source"("keyId");

-- CreateIndex
CREATE INDEX "SourceReader_personId_idx" ON "SourceReader"("personId");

-- CreateIndex
CREATE INDEX "SourceUse_sourceId_addedAt_idx" ON "SourceUse"("sourceId", "addedAt");

-- AddForeignKey
ALTER TABLE "SourceReader" ADD CONSTRAINT "SourceReader_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceReader" ADD CONSTRAINT "SourceReader_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceUse" ADD CONSTRAINT "SourceUse_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "ClaimEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceUse" ADD CONSTRAINT "SourceUse_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say. Two sources of one code name would be taken for each other.
CREATE UNIQUE INDEX "Source_codeName_key" ON "Source" (lower("codeName"));

-- Whoever speaks on the record is named in print.
ALTER TABLE "Source" ADD CONSTRAINT "Source_confidential_terms" CHECK (NOT ("isConfidential" AND "terms" = 'ON_THE_RECORD'));
