-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'REPLY_DUE';
ALTER TYPE "NotificationKind" ADD VALUE 'REPLY_PASSED';

-- CreateEnum
CREATE TYPE "ReplyWay" AS ENUM ('PHONE', 'MAIL', 'MESSAGE', 'IN_PERSON', 'LETTER', 'PRESS_OFFICE');

-- CreateEnum
CREATE TYPE "ReplyAnswer" AS ENUM ('NONE', 'ANSWERED', 'DECLINED');

-- CreateTable
CREATE TABLE "ReplyRequest" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "question" TEXT NOT NULL,
    "way" "ReplyWay" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "answer" "ReplyAnswer" NOT NULL DEFAULT 'NONE',
    "answerText" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "remindedFor" TIMESTAMPTZ(3),
    "passedFor" TIMESTAMPTZ(3),

    CONSTRAINT "ReplyRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReplyRequest_articleId_createdAt_idx" ON "ReplyRequest"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "ReplyRequest_partyId_idx" ON "ReplyRequest"("partyId");

-- CreateIndex
CREATE INDEX "ReplyRequest_answer_deadline_idx" ON "ReplyRequest"("answer", "deadline");

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_partyId_fkey" FOREIGN KEY ("partyId") REFERENCES "Party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A deadline comes after the asking, and who answered did so at some time.
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_times" CHECK ("askedAt" < "deadline");
ALTER TABLE "ReplyRequest" ADD CONSTRAINT "ReplyRequest_answer" CHECK (("answer" = 'NONE') = ("answeredAt" IS NULL));
