-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "isSensitive" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "isSensitive" BOOLEAN NOT NULL DEFAULT false;
