-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "parentId" UUID,
ADD COLUMN     "pictureAlt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pictureId" UUID;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "parentId" UUID,
ADD COLUMN     "pictureAlt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pictureId" UUID;

-- CreateTable
CREATE TABLE "SectionSlug" (
    "slug" TEXT NOT NULL,
    "sectionId" UUID NOT NULL,

    CONSTRAINT "SectionSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "TopicSlug" (
    "slug" TEXT NOT NULL,
    "topicId" UUID NOT NULL,

    CONSTRAINT "TopicSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "ShelfAlias" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "topicId" UUID,
    "sectionId" UUID,

    CONSTRAINT "ShelfAlias_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SectionSlug_sectionId_idx" ON "SectionSlug"("sectionId");

-- CreateIndex
CREATE INDEX "TopicSlug_topicId_idx" ON "TopicSlug"("topicId");

-- CreateIndex
CREATE INDEX "ShelfAlias_topicId_idx" ON "ShelfAlias"("topicId");

-- CreateIndex
CREATE INDEX "ShelfAlias_sectionId_idx" ON "ShelfAlias"("sectionId");

-- CreateIndex
CREATE INDEX "Section_parentId_idx" ON "Section"("parentId");

-- CreateIndex
CREATE INDEX "Topic_parentId_idx" ON "Topic"("parentId");

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Topic" ADD CONSTRAINT "Topic_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionSlug" ADD CONSTRAINT "SectionSlug_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicSlug" ADD CONSTRAINT "TopicSlug_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShelfAlias" ADD CONSTRAINT "ShelfAlias_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShelfAlias" ADD CONSTRAINT "ShelfAlias_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An alias is of one shelf, and each name stands once among topics and once among sections, however it is written.
ALTER TABLE "ShelfAlias" ADD CONSTRAINT "ShelfAlias_of_one" CHECK (num_nonnulls("topicId", "sectionId") = 1);
CREATE UNIQUE INDEX "ShelfAlias_topic_name" ON "ShelfAlias" (standfirst_plain(name)) WHERE "topicId" IS NOT NULL;
CREATE UNIQUE INDEX "ShelfAlias_section_name" ON "ShelfAlias" (standfirst_plain(name)) WHERE "sectionId" IS NOT NULL;

INSERT INTO "SectionSlug" (slug, "sectionId") SELECT slug, id FROM "Section";
INSERT INTO "TopicSlug" (slug, "topicId") SELECT slug, id FROM "Topic";

-- Every slug is written down as it is given, whoever gives it. One that another shelf had violates the primary key.
CREATE FUNCTION standfirst_keep_section_slug() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "SectionSlug" WHERE slug = NEW.slug AND "sectionId" = NEW.id) THEN
    INSERT INTO "SectionSlug" (slug, "sectionId") VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE FUNCTION standfirst_keep_topic_slug() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "TopicSlug" WHERE slug = NEW.slug AND "topicId" = NEW.id) THEN
    INSERT INTO "TopicSlug" (slug, "topicId") VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Section_slug_kept" AFTER INSERT OR UPDATE OF slug ON "Section"
  FOR EACH ROW EXECUTE FUNCTION standfirst_keep_section_slug();
CREATE TRIGGER "Topic_slug_kept" AFTER INSERT OR UPDATE OF slug ON "Topic"
  FOR EACH ROW EXECUTE FUNCTION standfirst_keep_topic_slug();

-- No shelf stands below itself, at any distance. Whoever changes a parent comes one after the other: two that pass each other
-- could close a circle that neither sees.
CREATE FUNCTION standfirst_refuse_circle() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  above uuid := NEW."parentId";
  steps int := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('standfirst_shelves'));
  WHILE above IS NOT NULL LOOP
    steps := steps + 1;
    IF above = NEW.id OR steps > 3 THEN
      RAISE EXCEPTION 'a shelf stands below itself, or deeper than four' USING ERRCODE = 'check_violation';
    END IF;
    EXECUTE format('SELECT "parentId" FROM %I WHERE id = $1', TG_TABLE_NAME) INTO above USING above;
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER "Section_no_circle" AFTER INSERT OR UPDATE OF "parentId" ON "Section"
  FOR EACH ROW WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION standfirst_refuse_circle();
CREATE TRIGGER "Topic_no_circle" AFTER INSERT OR UPDATE OF "parentId" ON "Topic"
  FOR EACH ROW WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION standfirst_refuse_circle();
