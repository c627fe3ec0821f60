-- CreateEnum
CREATE TYPE "PartyKind" AS ENUM ('PERSON', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "ClaimStanding" AS ENUM ('ASSERTED', 'REPEATED', 'DENIED', 'DENIED_REPEATED', 'DISPUTED', 'CONFIRMED', 'WITHDRAWN', 'CORRECTED');

-- CreateEnum
CREATE TYPE "ClaimEventKind" AS ENUM ('ASSERTED', 'REPEATED', 'DENIED', 'DISPUTED', 'CONFIRMED', 'WITHDRAWN', 'CORRECTED');

-- CreateEnum
CREATE TYPE "ClaimBasis" AS ENUM ('INTERVIEW', 'DOCUMENT', 'STATEMENT', 'POST', 'OTHER_OUTLET', 'COURT');

-- CreateEnum
CREATE TYPE "ClaimDecision" AS ENUM ('FINE', 'UPDATE', 'CORRECT');

-- CreateTable
CREATE TABLE "Party" (
    "id" UUID NOT NULL,
    "kind" "PartyKind" NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "Party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "speakerId" UUID NOT NULL,
    "againstId" UUID,
    "standing" "ClaimStanding" NOT NULL DEFAULT 'ASSERTED',
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "mergedIntoId" UUID,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimEvent" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "ClaimEventKind" NOT NULL,
    "speakerId" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "saidAt" TIMESTAMPTZ(3),
    "toWhom" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "basis" "ClaimBasis",
    "evidenceUrl" TEXT NOT NULL DEFAULT '',
    "articleId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "formerClaimId" UUID,

    CONSTRAINT "ClaimEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimUse" (
    "articleId" UUID NOT NULL,
    "layer" "LinkLayer" NOT NULL,
    "eventId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ClaimUse_pkey" PRIMARY KEY ("articleId","layer","eventId")
);

-- CreateTable
CREATE TABLE "ClaimNotice" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "formerStanding" "ClaimStanding" NOT NULL,
    "standing" "ClaimStanding" NOT NULL,
    "sentence" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "decision" "ClaimDecision",
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,

    CONSTRAINT "ClaimNotice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Claim_speakerId_idx" ON "Claim"("speakerId");

-- CreateIndex
CREATE INDEX "Claim_againstId_idx" ON "Claim"("againstId");

-- CreateIndex
CREATE INDEX "Claim_mergedIntoId_idx" ON "Claim"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Claim_standing_changedAt_idx" ON "Claim"("standing", "changedAt" DESC);

-- CreateIndex
CREATE INDEX "Claim_changedAt_idx" ON "Claim"("changedAt" DESC);

-- CreateIndex
CREATE INDEX "ClaimEvent_claimId_createdAt_idx" ON "ClaimEvent"("claimId", "createdAt");

-- CreateIndex
CREATE INDEX "ClaimEvent_speakerId_idx" ON "ClaimEvent"("speakerId");

-- CreateIndex
CREATE INDEX "ClaimEvent_articleId_idx" ON "ClaimEvent"("articleId");

-- CreateIndex
CREATE INDEX "ClaimUse_claimId_idx" ON "ClaimUse"("claimId");

-- CreateIndex
CREATE INDEX "ClaimNotice_articleId_raisedAt_idx" ON "ClaimNotice"("articleId", "raisedAt");

-- CreateIndex
CREATE INDEX "ClaimNotice_claimId_idx" ON "ClaimNotice"("claimId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_againstId_fkey" FOREIGN KEY ("againstId") REFERENCES "Party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEvent" ADD CONSTRAINT "ClaimEvent_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEvent" ADD CONSTRAINT "ClaimEvent_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEvent" ADD CONSTRAINT "ClaimEvent_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimUse" ADD CONSTRAINT "ClaimUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimUse" ADD CONSTRAINT "ClaimUse_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimNotice" ADD CONSTRAINT "ClaimNotice_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimNotice" ADD CONSTRAINT "ClaimNotice_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say. Queries reach the indexes only when they repeat their expressions word for word:
--
--   Like a statement          standfirst_plain(statement) % standfirst_plain($1)                                  "Claim_statement_part"
--   Words of a statement      to_tsvector('standfirst', statement) @@ websearch_to_tsquery('standfirst', $1)      "Claim_statement_search"
--   Part of a name            standfirst_plain(name) LIKE '%' || standfirst_plain($1) || '%'                      "Party_name_part"
CREATE UNIQUE INDEX "Party_name_key" ON "Party" (lower(name));
CREATE INDEX "Party_name_part" ON "Party" USING gin (standfirst_plain(name) gin_trgm_ops);
CREATE INDEX "Claim_statement_part" ON "Claim" USING gin (standfirst_plain(statement) gin_trgm_ops);
CREATE INDEX "Claim_statement_search" ON "Claim" USING gin (to_tsvector('standfirst', statement));

-- One open notice for a claim and an article, however often the claim changes meanwhile.
CREATE UNIQUE INDEX "ClaimNotice_open_key" ON "ClaimNotice" ("articleId", "claimId") WHERE "decidedAt" IS NULL;
