-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "isLive" BOOLEAN NOT NULL DEFAULT false;
