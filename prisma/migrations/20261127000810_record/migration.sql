-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "overdueToldFor" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "AuditEvent_personId_at_id_idx" ON "AuditEvent"("personId", "at" DESC, "id" DESC);

-- What waits for the mail of the day.
CREATE INDEX "Notification_digest_waiting" ON "Notification" ("personId") WHERE "digestDue";
