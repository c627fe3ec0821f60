-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EvidenceFile_createdById_idx" ON "EvidenceFile"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceFile_eventId_sha256_key" ON "EvidenceFile"("eventId", "sha256");

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "ClaimEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma's language cannot say. lib/claims/evidence-limits.ts says the same in words.
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_size" CHECK ("size" = octet_length("bytes") AND "size" BETWEEN 1 AND 10000000);

-- Pictures and PDFs are compressed already: PostgreSQL need not try, and reads their length without reading them.
ALTER TABLE "EvidenceFile" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
