-- AlterTable
ALTER TABLE "Article" ADD COLUMN "isNotRepublished" BOOLEAN NOT NULL DEFAULT false;
