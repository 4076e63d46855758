-- AlterTable
ALTER TABLE "WorkshopStep" ADD COLUMN "revealKey" TEXT;
