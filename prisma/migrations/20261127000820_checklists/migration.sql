-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "publishOverridden" TEXT[] DEFAULT ARRAY[]::TEXT[];
