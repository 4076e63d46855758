-- AlterTable
ALTER TABLE "WorkshopStep" ADD COLUMN "results" TEXT NOT NULL DEFAULT '';
