-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "artefactId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fi',
    "publishedAt" DATETIME NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnWords" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Publication_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Publication" ("artefactId", "id", "publishedAt", "publishedByName", "versionId", "withdrawnAt", "withdrawnWords") SELECT "artefactId", "id", "publishedAt", "publishedByName", "versionId", "withdrawnAt", "withdrawnWords" FROM "Publication";
DROP TABLE "Publication";
ALTER TABLE "new_Publication" RENAME TO "Publication";
CREATE UNIQUE INDEX "Publication_versionId_key" ON "Publication"("versionId");
CREATE INDEX "Publication_artefactId_idx" ON "Publication"("artefactId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
