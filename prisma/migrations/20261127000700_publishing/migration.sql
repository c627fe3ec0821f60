-- CreateEnum
CREATE TYPE "NoticeMail" AS ENUM ('NOW', 'DIGEST', 'OFF');

-- CreateEnum
CREATE TYPE "ChecklistLevel" AS ENUM ('BLOCK', 'WARN', 'OFF');

-- CreateEnum
CREATE TYPE "LegalVerdict" AS ENUM ('ASKED', 'SIGNED', 'CONDITIONS', 'REFUSED');

-- CreateEnum
CREATE TYPE "OutsiderPurpose" AS ENUM ('READ', 'COMMENT', 'SIGN_OFF');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ArticleState" ADD VALUE 'PITCHED';
ALTER TYPE "ArticleState" ADD VALUE 'COMMISSIONED';
ALTER TYPE "ArticleState" ADD VALUE 'SUBBING';
ALTER TYPE "ArticleState" ADD VALUE 'LEGAL';
ALTER TYPE "ArticleState" ADD VALUE 'APPROVED';
ALTER TYPE "ArticleState" ADD VALUE 'SCHEDULED';
ALTER TYPE "ArticleState" ADD VALUE 'KILLED';
ALTER TYPE "ArticleState" ADD VALUE 'SPIKED';
ALTER TYPE "ArticleState" ADD VALUE 'ON_HOLD';

-- AlterEnum
ALTER TYPE "LinkNoticeReason" ADD VALUE 'KILLED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NotificationKind" ADD VALUE 'ASSIGNED';
ALTER TYPE "NotificationKind" ADD VALUE 'FILED';
ALTER TYPE "NotificationKind" ADD VALUE 'APPROVED';
ALTER TYPE "NotificationKind" ADD VALUE 'SENT_BACK';
ALTER TYPE "NotificationKind" ADD VALUE 'PUBLISHED';
ALTER TYPE "NotificationKind" ADD VALUE 'UNPUBLISHED';
ALTER TYPE "NotificationKind" ADD VALUE 'KILLED';
ALTER TYPE "NotificationKind" ADD VALUE 'SPIKED';
ALTER TYPE "NotificationKind" ADD VALUE 'CORRECTED';
ALTER TYPE "NotificationKind" ADD VALUE 'OVERDUE';
ALTER TYPE "NotificationKind" ADD VALUE 'SCHEDULE_FAILED';
ALTER TYPE "NotificationKind" ADD VALUE 'EMBARGO_LIFTED';
ALTER TYPE "NotificationKind" ADD VALUE 'LEGAL_ASKED';
ALTER TYPE "NotificationKind" ADD VALUE 'LEGAL_SIGNED';
ALTER TYPE "NotificationKind" ADD VALUE 'OUTSIDER';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RevisionReason" ADD VALUE 'APPROVED';
ALTER TYPE "RevisionReason" ADD VALUE 'SCHEDULED';
ALTER TYPE "RevisionReason" ADD VALUE 'KILLED';
ALTER TYPE "RevisionReason" ADD VALUE 'SIGNED';

-- AlterEnum
ALTER TYPE "Role" ADD VALUE 'LAWYER';

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "approvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "approvedHash" TEXT,
ADD COLUMN     "approvedVersion" INTEGER,
ADD COLUMN     "deskId" UUID,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "embargoUntil" TIMESTAMPTZ(3),
ADD COLUMN     "isLegalRequired" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "killedAt" TIMESTAMPTZ(3),
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "picturesWanted" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "planNote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "plannedFor" DATE,
ADD COLUMN     "publishAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishMetadata" JSONB,
ADD COLUMN     "publishOverride" TEXT,
ADD COLUMN     "publishVersion" INTEGER,
ADD COLUMN     "publishZone" TEXT,
ADD COLUMN     "scheduleAlarmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "scheduleFailure" TEXT,
ADD COLUMN     "scheduledAt" TIMESTAMPTZ(3),
ADD COLUMN     "scheduledById" UUID,
ADD COLUMN     "slugline" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "stateBefore" "ArticleState",
ADD COLUMN     "stateChangedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "stateChangedById" UUID,
ADD COLUMN     "unpublishAt" TIMESTAMPTZ(3),
ADD COLUMN     "unpublishAtById" UUID,
ADD COLUMN     "unpublishAtReason" TEXT,
ADD COLUMN     "unpublishZone" TEXT;

-- AlterTable
ALTER TABLE "Newsletter" ADD COLUMN     "isAlert" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "about" TEXT,
ADD COLUMN     "digestDue" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "inApp" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "text" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "byId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "deskId" UUID;

-- CreateTable
CREATE TABLE "NoticeChoice" (
    "personId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "mail" "NoticeMail" NOT NULL,

    CONSTRAINT "NoticeChoice_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "EditionRecord" (
    "editionId" UUID NOT NULL,
    "checklist" JSONB NOT NULL,
    "overrideReason" TEXT,

    CONSTRAINT "EditionRecord_pkey" PRIMARY KEY ("editionId")
);

-- CreateTable
CREATE TABLE "Desk" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskMember" (
    "deskId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isLead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "DeskMember_pkey" PRIMARY KEY ("deskId","personId")
);

-- CreateTable
CREATE TABLE "DiaryEvent" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "isAllDay" BOOLEAN NOT NULL DEFAULT false,
    "zone" TEXT NOT NULL,
    "recurrence" TEXT NOT NULL DEFAULT '',
    "deskId" UUID,
    "makesLine" BOOLEAN NOT NULL DEFAULT false,
    "templateId" UUID,
    "ownerId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DiaryEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiaryLine" (
    "eventId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "articleId" UUID,

    CONSTRAINT "DiaryLine_pkey" PRIMARY KEY ("eventId","startsAt")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "deskId" UUID,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistRule" (
    "id" UUID NOT NULL,
    "templateId" UUID,
    "check" TEXT,
    "question" TEXT NOT NULL DEFAULT '',
    "level" "ChecklistLevel" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChecklistRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistTick" (
    "articleId" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ChecklistTick_pkey" PRIMARY KEY ("articleId","ruleId")
);

-- CreateTable
CREATE TABLE "LegalReview" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "verdict" "LegalVerdict" NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "conditions" TEXT NOT NULL DEFAULT '',
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "signedById" UUID,
    "signedByName" TEXT,
    "outsiderLinkId" UUID,
    "signedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LegalReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsiderLink" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "purpose" "OutsiderPurpose" NOT NULL,
    "label" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "version" INTEGER,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "opened" INTEGER NOT NULL DEFAULT 0,
    "lastOpenedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutsiderLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsiderComment" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "OutsiderComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BreakingAlert" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedById" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "alertedAt" TIMESTAMPTZ(3),
    "pushed" INTEGER NOT NULL DEFAULT 0,
    "mailed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "BreakingAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertDelivery" (
    "alertId" UUID NOT NULL,
    "receiverId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "AlertDelivery_pkey" PRIMARY KEY ("alertId","receiverId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Desk_slug_key" ON "Desk"("slug");

-- CreateIndex
CREATE INDEX "DeskMember_personId_idx" ON "DeskMember"("personId");

-- CreateIndex
CREATE INDEX "DiaryEvent_startsAt_idx" ON "DiaryEvent"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_personId_idx" ON "CalendarFeed"("personId");

-- CreateIndex
CREATE INDEX "ChecklistRule_templateId_idx" ON "ChecklistRule"("templateId");

-- CreateIndex
CREATE INDEX "LegalReview_articleId_askedAt_idx" ON "LegalReview"("articleId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutsiderLink_tokenHash_key" ON "OutsiderLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OutsiderLink_articleId_createdAt_idx" ON "OutsiderLink"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "OutsiderComment_articleId_createdAt_idx" ON "OutsiderComment"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "BreakingAlert_until_idx" ON "BreakingAlert"("until");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "Article_deskId_state_stateChangedAt_idx" ON "Article"("deskId", "state", "stateChangedAt");

-- CreateIndex
CREATE INDEX "Article_ownerId_state_idx" ON "Article"("ownerId", "state");

-- CreateIndex
CREATE INDEX "Article_plannedFor_deskId_idx" ON "Article"("plannedFor", "deskId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_personId_about_key" ON "Notification"("personId", "about");

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeChoice" ADD CONSTRAINT "NoticeChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionRecord" ADD CONSTRAINT "EditionRecord_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskMember" ADD CONSTRAINT "DeskMember_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskMember" ADD CONSTRAINT "DeskMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiaryEvent" ADD CONSTRAINT "DiaryEvent_deskId_fkey" FOREIGN KEY ("deskId") REFERENCES "Desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiaryEvent" ADD CONSTRAINT "DiaryEvent_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiaryLine" ADD CONSTRAINT "DiaryLine_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "DiaryEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistRule" ADD CONSTRAINT "ChecklistRule_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistTick" ADD CONSTRAINT "ChecklistTick_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistTick" ADD CONSTRAINT "ChecklistTick_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "ChecklistRule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalReview" ADD CONSTRAINT "LegalReview_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalReview" ADD CONSTRAINT "LegalReview_outsiderLinkId_fkey" FOREIGN KEY ("outsiderLinkId") REFERENCES "OutsiderLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsiderLink" ADD CONSTRAINT "OutsiderLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsiderComment" ADD CONSTRAINT "OutsiderComment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsiderComment" ADD CONSTRAINT "OutsiderComment_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "OutsiderLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakingAlert" ADD CONSTRAINT "BreakingAlert_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertDelivery" ADD CONSTRAINT "AlertDelivery_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "BreakingAlert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits for its time is looked for every few seconds, and is little.
CREATE INDEX "Article_publishAt_waiting" ON "Article" ("publishAt") WHERE "publishAt" IS NOT NULL;
CREATE INDEX "Article_unpublishAt_waiting" ON "Article" ("unpublishAt") WHERE "unpublishAt" IS NOT NULL;
CREATE INDEX "Article_dueAt_open" ON "Article" ("dueAt") WHERE "dueAt" IS NOT NULL;

-- One weight for each built-in check and kind of article.
CREATE UNIQUE INDEX "ChecklistRule_check_once" ON "ChecklistRule" ("templateId", "check") NULLS NOT DISTINCT WHERE "check" IS NOT NULL;

CREATE TRIGGER "EditionRecord_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "EditionRecord"
  FOR EACH STATEMENT EXECUTE FUNCTION standfirst_refuse_change();

-- Whatever asks for it, and however: nothing becomes public before its embargo ends, by the clock of the database.
CREATE FUNCTION standfirst_keep_embargo() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Article" WHERE id = NEW."articleId" AND "embargoUntil" > clock_timestamp()) THEN
    RAISE EXCEPTION 'article % is under embargo', NEW."articleId";
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Publication_keeps_embargo" BEFORE INSERT OR UPDATE OF "editionId" ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION standfirst_keep_embargo();
