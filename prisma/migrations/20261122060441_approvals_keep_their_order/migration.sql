-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CirculationParty" (
    "circulationId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "organisationName" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "knownVersion" INTEGER,
    "yesRecord" INTEGER,
    "asked" TEXT NOT NULL DEFAULT '{"of":"whole"}',

    PRIMARY KEY ("circulationId", "organisationId"),
    CONSTRAINT "CirculationParty_circulationId_fkey" FOREIGN KEY ("circulationId") REFERENCES "Circulation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CirculationParty_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_CirculationParty" ("circulationId", "order", "organisationId", "organisationName") SELECT "circulationId", "order", "organisationId", "organisationName" FROM "CirculationParty";
DROP TABLE "CirculationParty";
ALTER TABLE "new_CirculationParty" RENAME TO "CirculationParty";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Records have numbers without gaps, and each names the hash of the one before it, whatever program writes. This also
-- stops INSERT OR REPLACE, which deletes without asking the triggers of deletion.
CREATE TRIGGER "ApprovalRecord_in_its_turn" BEFORE INSERT ON "ApprovalRecord"
WHEN NEW."number" <> (SELECT COALESCE(MAX("number"), 0) + 1 FROM "ApprovalRecord")
  OR NEW."previousHash" <> COALESCE(
    (SELECT "hash" FROM "ApprovalRecord" ORDER BY "number" DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000'
  )
  OR EXISTS (SELECT 1 FROM "ApprovalRecord" WHERE "hash" = NEW."hash")
BEGIN
  SELECT RAISE(ABORT, 'An approval record follows the one before it');
END;

CREATE TRIGGER "Extract_never_replaced" BEFORE INSERT ON "Extract"
WHEN EXISTS (SELECT 1 FROM "Extract" WHERE "hash" = NEW."hash")
BEGIN
  SELECT RAISE(ABORT, 'An extract is never changed');
END;

-- What the parties are asked to decide on, and have decided on, stays as it is.
CREATE TRIGGER "Version_proposed_never_changed"
BEFORE UPDATE OF "artefactId", "number", "name", "kind", "kindVersion", "title", "state", "content", "hash" ON "Version"
WHEN EXISTS (SELECT 1 FROM "Circulation" WHERE "versionId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'A version that has been proposed is never changed');
END;

CREATE TRIGGER "Circulation_same_version" BEFORE UPDATE OF "artefactId", "versionId" ON "Circulation"
BEGIN
  SELECT RAISE(ABORT, 'A circulation stays with its version');
END;
