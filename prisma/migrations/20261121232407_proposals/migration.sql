-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "artefactId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "madeByUserId" TEXT,
    "madeBySeatId" TEXT,
    "madeByName" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "kindVersion" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "copy" BLOB NOT NULL,
    "epoch" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "settledAt" DATETIME,
    "settledByName" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Proposal_artefactId_fkey" FOREIGN KEY ("artefactId") REFERENCES "Artefact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Proposal_madeByUserId_fkey" FOREIGN KEY ("madeByUserId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Proposal_madeBySeatId_fkey" FOREIGN KEY ("madeBySeatId") REFERENCES "Seat" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_artefactId_fingerprint_key" ON "Proposal"("artefactId", "fingerprint");
