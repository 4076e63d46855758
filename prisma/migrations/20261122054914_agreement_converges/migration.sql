-- AlterTable
ALTER TABLE "Artefact" ADD COLUMN "suggestOnlyAt" DATETIME;

-- CreateTable
CREATE TABLE "LibraryClause" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "addedByName" TEXT NOT NULL,
    CONSTRAINT "LibraryClause_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Position" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "artefactId" TEXT NOT NULL,
    "clauseId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "wording" TEXT NOT NULL,
    "wordingHash" TEXT NOT NULL,
    "statedByKey" TEXT NOT NULL,
    "statedByName" TEXT NOT NULL,
    "statedAt" DATETIME NOT NULL,
    CONSTRAINT "Position_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Position_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Circulation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "artefactId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "proposedAt" DATETIME NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnWords" TEXT NOT NULL DEFAULT '',
    "finalAt" DATETIME,
    CONSTRAINT "Circulation_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Circulation_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CirculationParty" (
    "circulationId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "organisationName" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    PRIMARY KEY ("circulationId", "organisationId"),
    CONSTRAINT "CirculationParty_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CirculationParty_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApprovalRecord" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "circulationId" TEXT NOT NULL,
    "artefactId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "versionHash" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "organisationName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reservations" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "extractHash" TEXT NOT NULL,
    "extractName" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "recordedByKey" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "supersedes" INTEGER,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "ApprovalRecord_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ApprovalRecord_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ApprovalRecord_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ApprovalRecord_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Extract" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "mediaType" TEXT NOT NULL,
    "bytes" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "artefactId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "withdrawnAt" DATETIME,
    "withdrawnWords" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Publication_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Membership" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "organisationId" TEXT,
    "mandate" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Membership" ("createdAt", "id", "organisationId", "projectId", "role", "userId") SELECT "createdAt", "id", "organisationId", "projectId", "role", "userId" FROM "Membership";
DROP TABLE "Membership";
ALTER TABLE "new_Membership" RENAME TO "Membership";
CREATE INDEX "Membership_projectId_idx" ON "Membership"("projectId");
CREATE UNIQUE INDEX "Membership_userId_projectId_key" ON "Membership"("userId", "projectId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "LibraryClause_projectId_idx" ON "LibraryClause"("projectId");

-- CreateIndex
CREATE INDEX "Position_artefactId_clauseId_organisationId_idx" ON "Position"("artefactId", "clauseId", "organisationId");

-- CreateIndex
CREATE INDEX "Circulation_artefactId_idx" ON "Circulation"("artefactId");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalRecord_hash_key" ON "ApprovalRecord"("hash");

-- CreateIndex
CREATE INDEX "ApprovalRecord_artefactId_idx" ON "ApprovalRecord"("artefactId");

-- CreateIndex
CREATE INDEX "ApprovalRecord_circulationId_idx" ON "ApprovalRecord"("circulationId");

-- CreateIndex
CREATE INDEX "Publication_artefactId_idx" ON "Publication"("artefactId");

-- What was decided is never changed nor deleted, whatever program tries: a later record supersedes an earlier one.
CREATE TRIGGER "ApprovalRecord_never_changed" BEFORE UPDATE ON "ApprovalRecord"
BEGIN
  SELECT RAISE(ABORT, 'An approval record is never changed');
END;

CREATE TRIGGER "ApprovalRecord_never_deleted" BEFORE DELETE ON "ApprovalRecord"
BEGIN
  SELECT RAISE(ABORT, 'An approval record is never deleted');
END;

CREATE TRIGGER "Extract_never_changed" BEFORE UPDATE ON "Extract"
BEGIN
  SELECT RAISE(ABORT, 'An extract is never changed');
END;

CREATE TRIGGER "Extract_never_deleted" BEFORE DELETE ON "Extract"
BEGIN
  SELECT RAISE(ABORT, 'An extract is never deleted');
END;
