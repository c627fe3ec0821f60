-- Every page of the newsroom asks what did not happen at its time: of all that waits, hardly anything.
CREATE INDEX "Article_publication_failed" ON "Article" ("publishAt") WHERE "scheduleFailure" IS NOT NULL;
CREATE INDEX "Article_unpublishing_failed" ON "Article" ("unpublishAt") WHERE "unpublishFailure" IS NOT NULL;

-- The order of each column of the board. What is published has an index of its own, and what left the newsroom is on no board.
CREATE INDEX "Article_board_order" ON "Article" (state, "publishAt", "dueAt", "stateChangedAt", id)
  WHERE state IN ('PITCHED', 'COMMISSIONED', 'DRAFT', 'FILED', 'SUBBING', 'LEGAL', 'APPROVED', 'SCHEDULED', 'ON_HOLD');
