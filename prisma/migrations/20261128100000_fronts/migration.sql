-- CreateTable
CREATE TABLE "Front" (
    "id" UUID NOT NULL,
    "sectionId" UUID,
    "layout" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "liveEditionId" UUID,

    CONSTRAINT "Front_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrontEdition" (
    "id" UUID NOT NULL,
    "frontId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "layout" JSONB NOT NULL,
    "changes" TEXT[],
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,

    CONSTRAINT "FrontEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrontPicture" (
    "frontId" UUID NOT NULL,
    "mediaId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "FrontPicture_pkey" PRIMARY KEY ("frontId","mediaId","articleId")
);

-- CreateTable
CREATE TABLE "ReadCount" (
    "articleId" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ReadCount_pkey" PRIMARY KEY ("articleId","hour")
);

-- CreateIndex
-- The front without a section is the paper's: there is one.
CREATE UNIQUE INDEX "Front_sectionId_key" ON "Front"("sectionId") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "Front_liveEditionId_key" ON "Front"("liveEditionId");

-- CreateIndex
CREATE INDEX "FrontEdition_publishedById_idx" ON "FrontEdition"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "FrontEdition_frontId_number_key" ON "FrontEdition"("frontId", "number");

-- CreateIndex
CREATE INDEX "FrontPicture_mediaId_idx" ON "FrontPicture"("mediaId");

-- CreateIndex
CREATE INDEX "ReadCount_hour_idx" ON "ReadCount"("hour");

-- CreateIndex
CREATE INDEX "Publication_updatedAt_articleId_idx" ON "Publication"("updatedAt" DESC, "articleId" DESC);

-- AddForeignKey
ALTER TABLE "Front" ADD CONSTRAINT "Front_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Front" ADD CONSTRAINT "Front_liveEditionId_fkey" FOREIGN KEY ("liveEditionId") REFERENCES "FrontEdition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontEdition" ADD CONSTRAINT "FrontEdition_frontId_fkey" FOREIGN KEY ("frontId") REFERENCES "Front"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontEdition" ADD CONSTRAINT "FrontEdition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontPicture" ADD CONSTRAINT "FrontPicture_frontId_fkey" FOREIGN KEY ("frontId") REFERENCES "Front"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrontPicture" ADD CONSTRAINT "FrontPicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaAsset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadCount" ADD CONSTRAINT "ReadCount_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What went out stays as it was. It goes with its front, when a section is merged into another.
CREATE TRIGGER "FrontEdition_stays" BEFORE UPDATE ON "FrontEdition"
  FOR EACH STATEMENT EXECUTE FUNCTION standfirst_refuse_change();

ALTER TABLE "ReadCount" ADD CONSTRAINT "ReadCount_is_positive" CHECK ("count" > 0);
