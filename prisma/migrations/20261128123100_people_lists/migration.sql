-- The list of people goes by name, a page at a time.
CREATE INDEX "Person_name_id_idx" ON "Person"("name", "id");

-- What is somebody's, for whoever looks at it before that person leaves. Most rows are nobody's of these.
CREATE INDEX "Article_held_by" ON "Article" ("heldById") WHERE "heldById" IS NOT NULL;
CREATE INDEX "DiaryEvent_owned_by" ON "DiaryEvent" ("ownerId") WHERE "ownerId" IS NOT NULL;
CREATE INDEX "OutsiderLink_open_by" ON "OutsiderLink" ("createdById", "expiresAt") WHERE "revokedAt" IS NULL;
