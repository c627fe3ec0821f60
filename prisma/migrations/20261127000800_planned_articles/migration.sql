-- Articles that were planned and have no headline yet: few, and looked for by their slugline whenever somebody links.
CREATE INDEX "Article_planned_editedAt" ON "Article" ("editedAt" DESC, id DESC) WHERE headline = '' AND slugline <> '';
