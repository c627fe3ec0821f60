-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesSlug" (
    "slug" TEXT NOT NULL,
    "seriesId" UUID NOT NULL,

    CONSTRAINT "SeriesSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "SeriesPart" (
    "articleId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "SeriesPart_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Series_slug_key" ON "Series"("slug");

-- CreateIndex
CREATE INDEX "SeriesSlug_seriesId_idx" ON "SeriesSlug"("seriesId");

-- CreateIndex
CREATE INDEX "SeriesPart_seriesId_position_idx" ON "SeriesPart"("seriesId", "position");

-- AddForeignKey
ALTER TABLE "SeriesSlug" ADD CONSTRAINT "SeriesSlug_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesPart" ADD CONSTRAINT "SeriesPart_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A name stands once, however it is written.
CREATE UNIQUE INDEX "Series_name" ON "Series" (standfirst_plain(name));

-- Every slug is written down as it is given, whoever gives it. One that another series had violates the primary key.
CREATE FUNCTION standfirst_keep_series_slug() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "SeriesSlug" WHERE slug = NEW.slug AND "seriesId" = NEW.id) THEN
    INSERT INTO "SeriesSlug" (slug, "seriesId") VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Series_slug_kept" AFTER INSERT OR UPDATE OF slug ON "Series"
  FOR EACH ROW EXECUTE FUNCTION standfirst_keep_series_slug();
