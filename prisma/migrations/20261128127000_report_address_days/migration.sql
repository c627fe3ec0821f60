-- How long the paper said that it keeps the address: readers were told ninety days until now.
ALTER TABLE "ReaderReport" ADD COLUMN "addressDays" INTEGER NOT NULL DEFAULT 90;
