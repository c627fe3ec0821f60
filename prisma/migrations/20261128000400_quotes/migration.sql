-- CreateTable
CREATE TABLE "Quote" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "layer" "LinkLayer" NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "plainWords" TEXT NOT NULL,
    "speaker" TEXT NOT NULL,
    "plainSpeaker" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "saidOn" DATE,
    "daysLeft" INTEGER NOT NULL,

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuoteDifference" (
    "quoteId" UUID NOT NULL,
    "otherId" UUID NOT NULL,

    CONSTRAINT "QuoteDifference_pkey" PRIMARY KEY ("quoteId","otherId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Quote_articleId_layer_key_key" ON "Quote"("articleId", "layer", "key");

-- CreateIndex
CREATE INDEX "Quote_plainSpeaker_daysLeft_id_idx" ON "Quote"("plainSpeaker", "daysLeft", "id");

-- CreateIndex
CREATE INDEX "QuoteDifference_otherId_idx" ON "QuoteDifference"("otherId");

-- AddForeignKey
ALTER TABLE "Quote" ADD CONSTRAINT "Quote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteDifference" ADD CONSTRAINT "QuoteDifference_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteDifference" ADD CONSTRAINT "QuoteDifference_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "Quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say. Queries reach the indexes only when they repeat their expressions word for word:
--
--   Part of a quote, or nearly it   "plainWords" LIKE '%…%', "plainWords" % $1                               "Quote_words_part"
--   Words of a quote                to_tsvector('standfirst', words) @@ websearch_to_tsquery('standfirst', $1)  "Quote_words_search"
--   Part of a name                  "plainSpeaker" LIKE '%…%'                                                "Quote_speaker_part"
CREATE INDEX "Quote_words_part" ON "Quote" USING gin ("plainWords" gin_trgm_ops);
CREATE INDEX "Quote_words_search" ON "Quote" USING gin (to_tsvector('standfirst', words));
CREATE INDEX "Quote_speaker_part" ON "Quote" USING gin ("plainSpeaker" gin_trgm_ops);

-- Articles from before are looked at again by the job that indexes drafts (lib/articles/index-drafts.ts), which then derives what they quote.
UPDATE "Draft" SET "indexedVersion" = -1;
