-- AlterEnum
ALTER TYPE "OutsideLinkStatus" ADD VALUE 'UNCHECKABLE';

-- AlterTable
ALTER TABLE "OutsideLink" ADD COLUMN     "refusedSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PostCheck" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isDeleted" BOOLEAN NOT NULL DEFAULT false;

-- The hash was of the first capture. Of a post that was edited since it is not what the network says now: that is asked for
-- at the next look, and the day on which the change was seen is kept.
UPDATE "PostCheck" SET "isDeleted" = true WHERE state = 'DELETED';
UPDATE "PostCheck" SET "changedAt" = since WHERE state <> 'DELETED';
UPDATE "PostCheck" SET hash = '', "lastCheckedAt" = NULL WHERE state = 'EDITED';

-- AlterTable
ALTER TABLE "PostCheck" DROP COLUMN "since",
DROP COLUMN "state";

-- DropEnum
DROP TYPE "PostCheckState";
